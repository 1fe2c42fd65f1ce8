"""Checks for rnn/ar_baseline. Oracle: one time at a time, from what is known then."""

import numpy as np

from tutor.datasets.sequences import sea_temperature
from tutor.harness import (
    array,
    assert_close,
    assert_unaliased,
    assert_untouched,
    built,
    case,
    require,
    whole,
)

SIZES = {"T": (12, 20)}


@built("T")
def series(rng, sizes):
    """Return a series that depends on its past, around a level of its own."""
    values = rng.normal(size=sizes["T"])
    for t in range(2, len(values)):
        values[t] += 0.6 * values[t - 1] - 0.5 * values[t - 2]
    return values + rng.uniform(-20, 20)


@case("the last value is the forecast of the next", x=series, sizes=SIZES)
def naive(learner, x):
    assert_close(learner.last_value(x), x)


@case(
    "the seasonal forecast repeats the value a season before",
    x=series,
    season=whole(1, 7),
    sizes=SIZES,
)
def seasonal(learner, x, season):
    expected = [
        x[t + 1 - season] if t + 1 >= season else np.nan for t in range(len(x))
    ]
    got = learner.seasonal_naive(x, season)
    assert_close(got, np.array(expected))


@case(
    "the weights are those of least squares, constant first, newest next",
    x=series,
    p=whole(1, 3),
    sizes=SIZES,
)
def weights(learner, x, p):
    w = learner.fit_ar(x, p)
    require(
        np.shape(w) == (p + 1,), f"fit_ar must return shape ({p + 1},).", w
    )
    rows = [
        [1.0, *(x[t - k] for k in range(p))] for t in range(p - 1, len(x) - 1)
    ]
    # Solved for a centred series, which is another way to the same weights.
    A, y = np.array(rows)[:, 1:], x[p:]
    centred = A - A.mean(axis=0)
    slopes = np.linalg.pinv(centred) @ (y - y.mean())
    constant = y.mean() - A.mean(axis=0) @ slopes
    assert_close(w, np.array([constant, *slopes]), rtol=1e-5, atol=1e-6)


@case(
    "an autoregression forecasts from the p newest values",
    x=series,
    w=array(4),
    sizes=SIZES,
)
def forecasts(learner, x, w):
    expected = [
        w[0] + sum(w[1 + k] * x[t - k] for k in range(3)) if t >= 2 else np.nan
        for t in range(len(x))
    ]
    assert_close(learner.forecast_ar(w, x), np.array(expected))


@case(
    "no forecast changes when later values do",
    x=series,
    w=array(3),
    sizes=SIZES,
)
def causal(learner, x, w):
    cut = len(x) // 2
    changed = x.copy()
    changed[cut:] += 5.0
    for name, arguments in (
        ("last_value", ()),
        ("seasonal_naive", (4,)),
        ("forecast_ar", ()),
    ):
        one, other = (
            getattr(learner, name)(
                *((w, s) if name == "forecast_ar" else (s, *arguments))
            )
            for s in (x, changed)
        )
        assert_close(
            other[:cut],
            one[:cut],
            because=f"{name} made other forecasts when values after them changed.",
        )


@case("the sea, one month ahead: an error of 0.531 degrees with p = 12")
def sea(learner):
    x = sea_temperature()
    found = learner.forecast_ar(learner.fit_ar(x[:480], 12), x)
    error = np.sqrt(np.mean((found[479:-1] - x[480:]) ** 2))
    assert_close(
        error, 0.531, atol=0.001, what="the error on the last 252 months"
    )


@case(
    "the series stays as it was, and forecasts are new arrays",
    x=series,
    sizes=SIZES,
)
def manners(learner, x):
    learner.last_value(x)
    assert_untouched(learner)
    assert_unaliased(learner)
    learner.seasonal_naive(x, 3)
    assert_untouched(learner)
    assert_unaliased(learner)
