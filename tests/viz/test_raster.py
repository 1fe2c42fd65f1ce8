"""Polylines as dots, checked against a slow drawing of the same line."""

from itertools import pairwise

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from tutor.viz.raster import fill, trace

COLUMNS, ROWS = 12, 10

points = st.lists(
    st.tuples(st.floats(0.1, 11.9), st.floats(0.1, 9.9)), min_size=1, max_size=8
).map(sorted)


def draw(x, y):
    """Return the dots of a line, shape (ROWS, COLUMNS)."""
    return fill(*trace(np.array(x), np.array(y), COLUMNS), ROWS)


@given(points)
@example([(1.0, 2.0), (2.0, 1.0)])
def test_trace_finds_the_extremes_of_every_column(line):
    """Per column, least and greatest row equal those of a densely sampled line."""
    x, y = map(np.array, zip(*line, strict=True))
    low, high = trace(x, y, COLUMNS)
    shares = np.linspace(0, 1, 401)
    xs = np.concatenate([x, *(a + shares * (b - a) for a, b in pairwise(x))])
    ys = np.concatenate([y, *(a + shares * (b - a) for a, b in pairwise(y))])
    for column in range(COLUMNS):
        rows = ys[np.floor(xs) == column]
        # The samples are up to 1/400 of a segment's height away from the extremes.
        tolerance = 0.06
        if rows.size:
            assert abs(low[column] - min(rows)) < tolerance
            assert abs(high[column] - max(rows)) < tolerance


def test_flat_line_is_one_dot_thin_and_whole():
    """A horizontal line lights one dot in each column."""
    assert draw([0.0, 12.0], [4.2, 4.2]).sum(axis=0).tolist() == [1] * COLUMNS


def test_steep_line_has_no_gaps():
    """A nearly vertical line lights every row between its ends."""
    assert draw([5.0, 5.9], [0.0, 10.0]).any(axis=1).all()


def test_diagonal_is_one_dot_thin():
    """A line of slope 1 lights one dot per column."""
    assert draw([0.0, 10.0], [0.0, 10.0])[:, :10].sum(axis=0).tolist() == [1] * 10


def test_nan_interrupts_the_line():
    """Between the points around a NaN nothing is drawn."""
    dots = draw([0.5, 3.5, 5.5, 8.5, 11.5], [2.0, 2.0, np.nan, 2.0, 2.0])
    assert dots.any(axis=0).tolist() == [True] * 4 + [False] * 4 + [True] * 4
