"""Colour maps."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from tutor.viz.palettes import NO_NUMBER, colours, hex_colour, lookup
from tutor.viz.themes import BACKGROUND, SERIES_COLOURS, contrast, luminance


def test_diverging_map_is_centred_on_zero():
    """Zero is near white whatever the extremes, and the signs are blue and orange."""
    negative, zero, positive = colours([-1.0, 0.0, 3.0], "diverging")
    assert luminance(zero) > 0.9
    assert int(negative[5:], 16) > int(negative[1:3], 16)
    assert int(positive[1:3], 16) > int(positive[5:], 16)


@pytest.mark.parametrize("palette", ["sequential", "grey"])
def test_lightness_grows_with_the_value(palette):
    """The map can be read without colour, since it only gets lighter."""
    lights = [luminance(c) for c in colours(np.linspace(0, 1, 64), palette)]
    assert all(before < after for before, after in itertools.pairwise(lights))


def test_infinities_take_the_end_colours_and_nan_its_own():
    """Infinities are clipped, NaN is magenta."""
    low, high, none = lookup([-np.inf, np.inf, np.nan], "grey", 0.0, 1.0)
    assert (low, high, none) == (0x000000, 0xFFFFFF, NO_NUMBER)


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_series_colours_can_be_read_as_text(theme):
    """Each series colour has a contrast of at least 4.5 against the background."""
    worst = min(contrast(c, BACKGROUND[theme]) for c in SERIES_COLOURS[theme])
    assert worst >= 4.5


@given(
    hnp.arrays(np.float64, hnp.array_shapes(max_dims=2, min_side=0)),
    st.sampled_from(["sequential", "diverging", "grey"]),
    st.none() | st.floats(),
    st.none() | st.floats(),
)
def test_every_number_has_a_colour(values, palette, low, high):
    """Whatever the numbers and the range, there is one colour for each."""
    found = colours(values, palette, low, high)
    assert found.shape == values.shape
    assert {len(colour) for colour in found.ravel()} <= {7}


def test_hex_colour_keeps_leading_zeros():
    """A dark blue is written with all six digits."""
    assert hex_colour(0x00000F) == "#00000f"
