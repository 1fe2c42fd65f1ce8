"""Images and tiles: proportions, colours, captions, sizes."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from tutor.viz.ansi import to_ansi
from tutor.viz.image import image, tiles
from tutor.viz.ink import row_width

ZERO = np.zeros((8, 8))
ZERO[1:7, 2:6] = 1
ZERO[2:6, 3:5] = 0
ONE = np.zeros((8, 8))
ONE[1:7, 3:5] = 1

sides = st.integers(0, 20)
grey = hnp.arrays(np.float64, st.tuples(sides, sides))
colour = hnp.arrays(np.uint8, st.tuples(sides, sides, st.just(3)))
colour_floats = hnp.arrays(np.float64, st.tuples(sides, sides, st.just(3)))

# golden drawings


def test_tiles_are_drawn_as_expected():
    """Digits stand side by side, each with its caption below."""
    picture = tiles([ZERO, ONE, 1 - ZERO], columns=2, captions=["zero", "one"])
    assert (
        to_ansi(picture, colours="none")
        == """\
  ▓▓▓▓       ▓▓
  █  █       ██
  █  █       ██
  ▓▓▓▓       ▓▓
  zero      one

██▓▓▓▓██
██ ██ ██
██ ██ ██
██▓▓▓▓██
"""
    )


def test_image_keeps_its_proportions():
    """A square image in a wide frame is centred and stays square."""
    picture = image(np.ones((10, 10)), width=24, height=6)
    assert (
        to_ansi(picture, colours="none")
        == """\
      ████████████
      ████████████
      ████████████
      ████████████
      ████████████
      ████████████"""
    )


# behaviour


def test_colours_are_averaged_over_areas():
    """Pixels that share a half cell are drawn in their mean colour."""
    pixels = np.array([[[0, 0, 0], [200, 100, 50]]], dtype=np.uint8)
    (line,) = image(pixels, width=1, height=1, stretch=True)
    assert line[0].ink.fg == "#643219"


def test_equal_neighbours_share_a_run():
    """An image of one colour is one run a row."""
    picture = image(np.zeros((40, 40, 3), np.uint8), width=20, height=10)
    assert [len(line) for line in picture] == [1] * 10


def test_many_colours_are_reduced():
    """Noise in full colour is drawn with at most 6 bits a channel."""
    noise = np.random.default_rng(0).integers(0, 256, (80, 100, 3), dtype=np.uint8)
    picture = image(noise, width=100, height=40)
    blues = {int(run.ink.fg[5:], 16) for line in picture for run in line}
    assert len(blues) <= 64


def test_odd_row_leaves_the_lower_half_clear():
    """The last row of an image of odd height has no colour below it."""
    *_, last = tiles([np.ones((3, 2))], columns=1)
    assert [(run.text, run.ink.bg) for run in last] == [("▀▀", "")]


def test_wrong_shape_is_refused_with_the_shape():
    """A batch instead of an image is an error that names the shape."""
    with pytest.raises(ValueError, match=r"\(4, 2, 2, 3\)"):
        image(np.zeros((4, 2, 2, 3)), width=4, height=4)


@settings(max_examples=80, deadline=None)
@given(
    grey | colour | colour_floats,
    st.integers(1, 60),
    st.integers(1, 20),
    st.booleans(),
    st.floats(),
    st.floats(),
)
def test_any_image_fits_any_size(pixels, width, height, stretch, low, high):
    """Whatever the pixels, an image has exactly the size asked for."""
    picture = image(pixels, width=width, height=height, stretch=stretch, low=low, high=high)
    assert [row_width(line) for line in picture] == [width] * height


@settings(max_examples=60, deadline=None)
@given(
    st.lists(grey, max_size=5),
    st.integers(0, 6),
    st.lists(st.text(max_size=12), max_size=6),
)
def test_any_tiles_make_a_rectangle(images, columns, captions):
    """Whatever the images and captions, all rows are equally wide."""
    picture = tiles(images, columns=columns, captions=captions)
    assert len({row_width(line) for line in picture}) <= 1
