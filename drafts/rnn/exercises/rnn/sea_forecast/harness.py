"""Checks for rnn/sea_forecast. Oracle: months unseen, and forecasts of the judge's own."""

import numpy as np

from tutor.datasets.sequences import sea_temperature
from tutor.harness import (
    assert_close,
    assert_shape,
    assert_untouched,
    case,
    require,
)

SEA = sea_temperature()
SPLIT, SHORT = 480, SEA[:144]


def forecasts(learner, model, series):
    found = learner.forecast(model, series)
    assert_shape(found, (len(series),), "what forecast returns")
    return np.asarray(found, dtype=float)


def rmse(forecast, truth):
    return float(np.sqrt(np.mean((forecast - truth) ** 2)))


def line(series, p):
    """Return forecasts for the months from SPLIT on, by least squares."""
    A = np.array(
        [[1.0, *series[t - p : t]] for t in range(p, len(series))]
    )
    w = np.linalg.lstsq(A[: SPLIT - p], series[p:SPLIT], rcond=None)[0]
    return A[SPLIT - p :] @ w


@case("training and forecasting leave the series as it was")
def untouched(learner):
    model = learner.train(SHORT, 3)
    assert_untouched(learner)
    learner.forecast(model, SHORT)
    assert_untouched(learner)


@case("no forecast changes when later months do")
def causal(learner):
    model = learner.train(SHORT, 3)
    changed = SHORT.copy()
    changed[100:] += 3.0
    one, other = (forecasts(learner, model, s) for s in (SHORT, changed))
    assert_close(
        other[:100],
        one[:100],
        atol=1e-3,
        because="Forecasts moved when months after them were changed: they "
        "know the future.",
    )
    require(
        np.abs(other[100:] - one[100:]).max() > 0.1,
        "forecasts hardly move when the months before them do.",
    )


@case("the same seed gives the same network, another seed another one")
def seeds(learner):
    first, again, other = (
        forecasts(learner, learner.train(SHORT, seed), SHORT)
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
        "two seeds gave the same network. Three runs of it are then one run.",
    )


@case("252 unseen months: an error of 0.52 degrees, below every plain forecast of the degrees")
def gate(learner, rng, report):
    errors = []
    for run in (1, 2, 3):
        model = learner.train(SEA[:SPLIT], int(rng.integers(1 << 31)))
        guess = forecasts(learner, model, SEA)[SPLIT - 1 : -1]
        errors.append(rmse(guess, SEA[SPLIT:]))
        report.metric(f"error of run {run}, degrees", errors[-1])
    found, truth = float(np.median(errors)), SEA[SPLIT:]
    month = np.arange(len(SEA)) % 12
    normal = np.array([SEA[:SPLIT][month[:SPLIT] == m].mean() for m in range(12)])
    departures = SEA - normal[month]
    report.metric("error of the last value", rmse(SEA[SPLIT - 1 : -1], truth))
    report.metric("error of the same month a year ago", rmse(SEA[SPLIT - 12 : -12], truth))
    report.metric("error of 2 weights on departures", rmse(line(departures, 2), departures[SPLIT:]))
    twelve = rmse(line(SEA, 12), truth)
    report.metric("error of 12 weights", twelve)
    report.at_most("median error, degrees", found, 0.52)
    report.at_least("lead over 12 weights, degrees", twelve - found, 0.01)
