"""Matrices of numbers: labels, marks, shades, cuts."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from tutor.viz.ink import plain_text, row_width
from tutor.viz.matrix import matrix, number
from tutor.viz.themes import contrast

COUNTS = [[50, 2, 0], [3, 44, 1], [0, 6, 60]]
KINDS = ["cat", "dog", "bird"]
DIAGONAL = {(0, 0), (1, 1), (2, 2)}
LARGE = np.arange(200).reshape(10, 20)

labels = st.lists(st.text(max_size=20), max_size=6)
grids = hnp.arrays(np.float64, hnp.array_shapes(min_dims=1, max_dims=2, min_side=0))

# golden drawings


def test_confusion_matrix_is_drawn_as_expected():
    """Labels stand on both sides and the marked cells in brackets."""
    picture = matrix(
        COUNTS,
        row_labels=KINDS,
        column_labels=KINDS,
        cell_width=6,
        digits=0,
        mark=DIAGONAL,
    )
    assert (
        plain_text(picture)
        == """\
        cat   dog  bird
     ┌──────────────────┐
 cat │  [50]    2     0 │
 dog │    3   [44]    1 │
bird │    0     6   [60]│
     └──────────────────┘"""
    )


def test_large_matrix_is_cut_as_expected():
    """What does not fit is left out before the last row and column, the size said."""
    picture = matrix(LARGE, digits=0, max_rows=4, max_columns=5, cell_width=5)
    assert (
        plain_text(picture)
        == """\
┌─────────────────────────┐
│   0    1    2    …   19 │
│  20   21   22    …   39 │
│   …    …    …    …    … │
│ 180  181  182    …  199 │
└─────────────────────────┘
of 10 × 20"""
    )


# behaviour


def test_marked_cell_differs_in_ink_without_shade():
    """A mark is bold and in its own ink as well as in brackets."""
    runs = [run for line in matrix([[1, 2]], shade=False, mark={(0, 1)}) for run in line]
    assert [run.ink.bold for run in runs if "[2.00]" in run.text] == [True]


def test_numbers_can_be_read_on_every_shade():
    """Text on a shaded cell has a contrast of at least 4.5."""
    picture = matrix(np.linspace(-1, 1, 12).reshape(3, 4), palette="diverging")
    inks = [run.ink for line in picture for run in line if run.ink.bg]
    assert min(contrast(ink.fg, ink.bg) for ink in inks) >= 4.5


def test_vector_is_a_matrix_of_one_row():
    """A 1-D array is drawn as a single row."""
    assert len(matrix([1.0, 2.0, 3.0])) == 3


def test_three_axes_are_refused_with_the_shape():
    """An array of three axes is an error that names the shape."""
    with pytest.raises(ValueError, match=r"\(2, 2, 2\)"):
        matrix(np.zeros((2, 2, 2)))


@pytest.mark.parametrize(
    ("value", "width", "expected"),
    [
        (0.5, 5, "0.50"),
        (-12.345, 5, "-12.3"),
        (123456.0, 5, "1.2e5"),
        (123456.0, 4, "1e5"),
        (math.nan, 3, "NaN"),
        (-math.inf, 4, "-inf"),
        (-1e300, 2, "##"),
    ],
)
def test_number_fits_its_cell(value, width, expected):
    """A number loses digits, then takes an exponent, and is never cut short."""
    assert number(value, width, 2) == expected


@settings(max_examples=80, deadline=None)
@given(
    grids,
    labels,
    labels,
    st.integers(0, 12),
    st.integers(-1, 6),
    st.booleans(),
    st.integers(0, 9),
)
def test_any_matrix_is_a_rectangle(values, rows, columns, width, digits, shade, most):
    """Whatever the numbers and labels, all rows are equally wide."""
    picture = matrix(
        values,
        row_labels=rows,
        column_labels=columns,
        cell_width=width,
        digits=digits,
        shade=shade,
        mark={(0, 0), (99, 99)},
        max_rows=most,
        max_columns=most,
    )
    assert len({row_width(line) for line in picture}) == 1
