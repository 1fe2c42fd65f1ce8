"""Statistical checks: right samplers pass on every seed, wrong ones fail."""

import math

import numpy as np
import pytest

from tutor.harness import (
    CheckFailed,
    assert_distribution,
    assert_frequencies,
    assert_mean,
    assert_proportion,
)
from tutor.harness.statistics import chi_square_limit, quantile

SEEDS = range(200)


def fails(check, *arguments):
    try:
        check(*arguments)
    except CheckFailed:
        return True
    return False


def normal_cdf(x):
    return np.array([0.5 * (1 + math.erf(v / math.sqrt(2))) for v in x])


@pytest.mark.parametrize("seed", SEEDS)
def test_right_draws_pass(seed):
    """Two hundred seeds, four checks each, no false alarm."""
    rng = np.random.default_rng(seed)
    assert_mean(rng.normal(2, 3, 500), 2.0, 3.0)
    assert_proportion(rng.random(500) < 0.1, 0.1)
    assert_frequencies(
        np.bincount(rng.choice(4, 2000, p=[0.1, 0.2, 0.3, 0.4])), [1, 2, 3, 4]
    )
    assert_distribution(rng.normal(size=500), normal_cdf)


@pytest.mark.parametrize("seed", range(20))
def test_wrong_draws_fail(seed):
    """A shifted mean, a wrong rate, swapped probabilities, a wrong shape: all are seen."""
    rng = np.random.default_rng(seed)
    assert fails(assert_mean, rng.normal(3, 3, 5000), 2.0, 3.0)
    assert fails(assert_proportion, rng.random(5000) < 0.2, 0.1)
    swapped = np.bincount(rng.choice(4, 2000, p=[0.4, 0.3, 0.2, 0.1]))
    assert fails(assert_frequencies, swapped, [1, 2, 3, 4])
    assert fails(assert_distribution, rng.uniform(-2, 2, 20000), normal_cdf)


def test_an_impossible_outcome_fails_at_once():
    """A single draw of what has probability 0 is enough."""
    assert fails(assert_frequencies, [50, 50, 1], [0.5, 0.5, 0.0])


def test_too_few_draws_are_the_authors_mistake():
    """The chi-square check refuses expected counts below 5, the mean fewer than 100 draws."""
    with pytest.raises(ValueError, match="draw more"):
        assert_frequencies([1, 2], [0.5, 0.5])
    assert fails(assert_mean, [1.0] * 99, 1.0, 1.0)


@pytest.mark.parametrize(
    ("freedom", "error", "table"),
    [(1, 0.001, 10.828), (5, 0.01, 15.086), (10, 0.001, 29.588), (30, 0.05, 43.773)],
)
def test_chi_square_limits_agree_with_tables(freedom, error, table):
    """The approximation is within 4 % of the printed quantiles."""
    assert chi_square_limit(freedom, error) == pytest.approx(table, rel=0.04)


def test_quantile_of_the_normal():
    """Two-sided: 5 % lie beyond 1.96."""
    assert quantile(0.05) == pytest.approx(1.95996, abs=1e-4)
