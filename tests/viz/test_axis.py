"""Scales, ticks and labels."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.viz.axis import (
    Scale,
    fit_scale,
    linear_ticks,
    log_ticks,
    short,
    tick_label,
    tick_labels,
)

finite = st.floats(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("low", "high", "count", "expected"),
    [
        (0, 1, 5, ("0", "0.2", "0.4", "0.6", "0.8", "1.0")),
        (0, 1000, 4, ("0", "500", "1.0k")),
        (0, 1, 2, ("0", "0.5", "1.0")),
        (-3, 7, 5, ("-2", "0", "2", "4", "6")),
        (0, 0.003, 3, ("0", "0.001", "0.002", "0.003")),
        (0, 3e-5, 3, ("0", "1e-5", "2e-5", "3e-5")),
        (1e6, 1.4e6, 4, ("1.0M", "1.1M", "1.2M", "1.3M", "1.4M")),
    ],
)
def test_linear_ticks_are_round_and_told_apart(low, high, count, expected):
    """Ticks lie on a 1-2-5 grid and labels are just long enough."""
    assert tick_labels(linear_ticks(low, high, count)) == expected


@pytest.mark.parametrize(
    ("low", "high", "count", "expected"),
    [
        (1e-4, 1, 3, ("1e-4", "0.01", "1")),
        (0.1, 10, 6, ("0.1", "0.2", "0.5", "1", "2", "5", "10")),
        (3, 7, 4, ("3", "4", "5", "6", "7")),
    ],
)
def test_log_ticks_are_powers_of_ten_first(low, high, count, expected):
    """Powers come first, 2 and 5 between them when there is room."""
    assert tick_labels(log_ticks(low, high, count), log=True) == expected


@pytest.mark.parametrize(
    ("value", "step", "expected"),
    [
        (0.001, 0.001, "0.001"),
        (1e-5, 1e-5, "1e-5"),
        (1200, 100, "1.2k"),
        (0.25, 0.25, "0.25"),
        (-40, 20, "-40"),
        (2e18, 1e18, "2e18"),
    ],
)
def test_tick_label_is_short(value, step, expected):
    """Small numbers take an exponent, large ones a suffix."""
    assert tick_label(value, step) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0.123456, "0.1235"),
        (123456.0, "123456"),
        (1.2e-5, "1.2e-5"),
        (math.nan, "NaN"),
        (-math.inf, "-inf"),
    ],
)
def test_short_numbers_are_readable(value, expected):
    """A number for reading has four digits and no padded exponent."""
    assert short(value) == expected


def test_log_scale_has_no_place_for_what_is_not_positive():
    """Zero, negative and non-finite values have no place on a log axis."""
    places = Scale(1.0, 100.0, log=True).place([0.0, -1.0, math.nan, math.inf, 10.0])
    assert np.array_equal(places, [math.nan] * 4 + [0.5], equal_nan=True)


def test_scale_starts_at_zero_only_when_near():
    """An axis from 0.1 to 1 starts at 0, one from 0.9 to 1 does not."""
    lows = [fit_scale([low, 1.0], from_zero=True).low for low in (0.1, 0.9)]
    assert lows == [0.0, 0.9]


def test_constant_lies_in_the_middle():
    """A single value is drawn half-way up its axis."""
    assert fit_scale([5.0, 5.0]).place(5.0) == pytest.approx(0.5)  # rounding of 10 %


@given(st.lists(st.floats()), st.booleans())
def test_scale_shows_every_value_it_can(values, log):
    """Each value lies between the ends of its axis or has no place at all."""
    scale = fit_scale(values, log=log)
    places = scale.place(values)
    assert scale.low < scale.high
    # Rounding of the logarithm.
    assert np.all(np.isnan(places) | ((places >= -1e-9) & (places <= 1 + 1e-9)))


@given(st.lists(finite, min_size=2), st.integers(1, 12), st.booleans())
def test_ticks_ascend_on_the_axis(values, count, log):
    """Ticks ascend, stay on the axis and are not many more than asked for."""
    scale = fit_scale(values, log=log)
    ticks = scale.ticks(count)
    span = scale.high - scale.low
    assert list(ticks) == sorted(set(ticks))
    assert len(ticks) <= 2 * count + 2
    assert all(
        scale.low - span * 1e-5 <= tick <= scale.high + span * 1e-5 for tick in ticks
    )
