"""Checks for rnn/sea_forecast. Oracle: months unseen, and forecasts of the judge's own."""

import numpy as np

from tutor.datasets.sequences import sea_temperature
from tutor.harness import (
    CheckFailed,
    assert_close,
    assert_shape,
    assert_untouched,
    case,
    require,
)

SEA = sea_temperature()
SPLIT, SHORT = 480, SEA[:144]
FEW, SOME = 10, 60
"""Steps of training, where manners are looked at and where something is learned."""


def forecasts(learner, model, series):
    found = learner.forecast(model, series)
    assert_shape(found, (len(series),), "what forecast returns")
    return np.asarray(found, dtype=float)


def rmse(forecast, truth):
    return float(np.sqrt(np.mean((forecast - truth) ** 2)))


def line(series, p):
    """Return forecasts for the months from SPLIT on, by least squares."""
    A = np.array([[1.0, *series[t - p : t]] for t in range(p, len(series))])
    w = np.linalg.lstsq(A[: SPLIT - p], series[p:SPLIT], rcond=None)[0]
    return A[SPLIT - p :] @ w


@case("sixty steps beat the last value on the months of training")
def learns(learner, rng):
    past = SEA[:SPLIT]
    model = learner.train(past, int(rng.integers(1 << 31)), SOME)
    guess = forecasts(learner, model, past)[23:-1]
    found, plain = rmse(guess, past[24:]), rmse(past[23:-1], past[24:])
    after = (
        f"after {SOME} steps the error on the very months of training is "
        f"{found:.3g} degrees"
    )
    require(
        abs(guess.mean() - past.mean()) < 3,
        f"forecasts are about {guess.mean():.3g} on average, and the months "
        f"about {past.mean():.3g}: the forecasts are not in degrees",
    )
    require(
        found < 1.05 * plain,
        f"{after}, and that of the last value {plain:.3g}. Is entry t the "
        "forecast of month t + 1?",
    )
    require(
        found < 0.9 * plain,
        f"{after}, hardly less than that of the last value, {plain:.3g}. Is "
        "the target of month t month t + 1?",
    )


@case("training and forecasting leave the series as it was")
def untouched(learner):
    model = learner.train(SHORT, 3, FEW)
    assert_untouched(learner)
    learner.forecast(model, SHORT)
    assert_untouched(learner)


@case("no forecast changes when later months do")
def causal(learner):
    model = learner.train(SHORT, 3, FEW)
    changed = SHORT.copy()
    changed[100:] += 3.0
    one, other = (forecasts(learner, model, s) for s in (SHORT, changed))
    require(
        np.abs(other - one)[:24].max() < 1e-3,
        "forecasts of the first two years moved when months from the 100th "
        "on were changed. Is a series standardised by numbers that know its "
        "later months?",
    )
    assert_close(
        other[:100],
        one[:100],
        atol=1e-3,
        because="Forecasts moved when months after them were changed: they "
        "know the future.",
    )


@case("a forecast depends on the months before the last one too")
def remembers(learner):
    model = learner.train(SHORT, 3, FEW)
    changed = SHORT.copy()
    changed[99] += 3.0
    one, other = (forecasts(learner, model, s)[100] for s in (SHORT, changed))
    if abs(other - one) < 1e-6:
        raise CheckFailed(
            "the forecast made at month 100 is the same whatever month 99 "
            "was: the network knows the present and nothing of the past"
        )


@case("the same seed gives the same network, another seed another one")
def seeds(learner):
    first, again, other = (
        forecasts(learner, learner.train(SHORT, seed, FEW), SHORT)
        for seed in (5, 5, 6)
    )
    assert_close(
        again,
        first,
        atol=1e-3,
        because="Two runs with one seed differ. Seed torch at the start.",
    )
    require(
        np.abs(other - first).max() > 1e-3,
        "two seeds gave the same network. A second run of it says nothing "
        "about luck.",
    )


@case(
    "252 unseen months: an error of 0.52 degrees, below every line on the degrees"
)
def gate(learner, rng, report):
    model = learner.train(SEA[:SPLIT], int(rng.integers(1 << 31)))
    truth = SEA[SPLIT:]
    found = rmse(forecasts(learner, model, SEA)[SPLIT - 1 : -1], truth)
    month = np.arange(len(SEA)) % 12
    normal = np.array(
        [SEA[:SPLIT][month[:SPLIT] == m].mean() for m in range(12)]
    )
    departures = SEA - normal[month]
    report.metric("error of the last value", rmse(SEA[SPLIT - 1 : -1], truth))
    report.metric(
        "error of the same month a year ago",
        rmse(SEA[SPLIT - 12 : -12], truth),
    )
    report.metric(
        "error of 2 weights on departures",
        rmse(line(departures, 2), departures[SPLIT:]),
    )
    twelve = rmse(line(SEA, 12), truth)
    report.metric("error of 12 weights", twelve)
    report.at_most("error on unseen months, degrees", found, 0.52)
    report.at_least("lead over 12 weights, degrees", twelve - found, 0.01)
