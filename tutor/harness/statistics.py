"""Checks of random results, each with a stated rate of false alarms.

`error` is the probability that right code fails the check by bad luck. With the default, a
course of a hundred exercises of ten such checks, done by a thousand learners, would see one
false alarm. Bounds hold for every sample size; where one is asymptotic, it says so.
"""

import math
from collections.abc import Callable
from statistics import NormalDist
from typing import Any

import numpy as np

from tutor.harness.checks import require

ERROR = 1e-6
LEAST_EXPECTED = 5.0
"""Smallest expected count for which the chi-square distribution is a fair approximation."""


def assert_mean(
    samples: Any,
    expected: float,
    spread: float,
    what: str = "the mean",
    error: float = ERROR,
) -> None:
    """Fail when the mean of `samples` is too far from `expected`.

    Args:
        samples: array of n independent draws, n at least 100.
        expected: the true mean.
        spread: the true standard deviation, by which the mean of n varies by spread/√n.
        what: name of the figure.
        error: rate of false alarms, by the central limit theorem.
    """
    values = np.asarray(samples, dtype=float).ravel()
    require(values.size >= 100, f"{what} needs at least 100 draws, not {values.size}")
    allowed = quantile(error) * spread / math.sqrt(values.size)
    found = float(values.mean())
    require(
        abs(found - expected) <= allowed,
        f"over {values.size} draws {what} is {found:.4g}; it should be {expected:.4g}, "
        f"give or take {allowed:.2g}",
    )


def assert_proportion(
    hits: Any, expected: float, what: str = "the share", error: float = ERROR
) -> None:
    """Fail when the share of true values among `hits` is too far from `expected`.

    By Bernstein's inequality, which holds for every n (Boucheron, Lugosi, Massart 2013,
    section 2.8).
    """
    values = np.asarray(hits, dtype=bool).ravel()
    log_term = math.log(2 / error) / max(values.size, 1)
    allowed = math.sqrt(2 * expected * (1 - expected) * log_term) + 2 * log_term / 3
    found = float(values.mean()) if values.size else math.nan
    require(
        abs(found - expected) <= allowed,
        f"over {values.size} draws {what} is {found:.4g}; it should be {expected:.4g}, "
        f"give or take {allowed:.2g}",
    )


def assert_frequencies(
    counts: Any, probabilities: Any, what: str = "the draws", error: float = ERROR
) -> None:
    """Fail when counts do not fit their probabilities, by Pearson's chi-square test.

    Asymptotic: every expected count must be at least 5. The quantile is that of Wilson and
    Hilferty (1931). A count where the probability is 0 fails at once.
    """
    seen, share = (
        np.asarray(counts, float).ravel(),
        np.asarray(probabilities, float).ravel(),
    )
    expected = share / share.sum() * seen.sum()
    impossible = np.flatnonzero((expected == 0) & (seen > 0))
    require(not impossible.size, f"{what} hit outcome {impossible[:1]}, which cannot occur")
    kept = expected > 0
    if expected[kept].min() < LEAST_EXPECTED:
        raise ValueError("draw more: an expected count is below 5")
    statistic = float(((seen - expected)[kept] ** 2 / expected[kept]).sum())
    limit = chi_square_limit(int(kept.sum()) - 1, error)
    worst = int(np.argmax(np.abs(seen - expected) / np.sqrt(np.maximum(expected, 1))))
    require(
        statistic <= limit,
        f"{what} do not follow their probabilities: outcome {worst} came "
        f"{seen[worst]:.0f} times of {seen.sum():.0f}, expected {expected[worst]:.1f}",
    )


def assert_distribution(
    samples: Any,
    cumulative: Callable[[Any], Any],
    what: str = "the draws",
    error: float = ERROR,
) -> None:
    """Fail when the samples' distribution function is too far from `cumulative`.

    By the Dvoretzky-Kiefer-Wolfowitz inequality with Massart's constant (1990), which holds
    for every n.
    """
    values = np.sort(np.asarray(samples, dtype=float).ravel())
    n = values.size
    wanted = np.asarray(cumulative(values), dtype=float)
    steps = np.arange(n + 1) / n
    gap = float(np.maximum(np.abs(steps[1:] - wanted), np.abs(steps[:-1] - wanted)).max())
    allowed = math.sqrt(math.log(2 / error) / (2 * n))
    require(
        gap <= allowed,
        f"the distribution of {what} is off: at one point {gap:.1%} too many or too few "
        f"of {n} lie below (chance explains {allowed:.1%})",
    )


def quantile(error: float) -> float:
    """Return how many standard deviations chance exceeds with probability `error`."""
    return NormalDist().inv_cdf(1 - error / 2)


def chi_square_limit(freedom: int, error: float) -> float:
    z, part = NormalDist().inv_cdf(1 - error), 2 / (9 * max(freedom, 1))
    return float(max(freedom, 1) * (1 - part + z * math.sqrt(part)) ** 3)
