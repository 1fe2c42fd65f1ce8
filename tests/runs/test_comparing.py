"""Runs side by side, and the band over several."""

import math

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.runs.conftest import scalar
from tutor.runs import Series, band, compare


def series(steps, values):
    return Series("loss", 1, list(steps), list(values), [0.0] * len(list(steps)))


def test_a_band_is_median_and_range():
    """At common steps the band is what the values there say."""
    found = band("loss", [series([0, 1, 2], v) for v in ([1, 2, 3], [3, 4, 5], [2, 2, 9])])
    assert (found.steps, found.count) == ([0, 1, 2], 3)
    assert (found.median, found.low, found.high) == ([2, 2, 5], [1, 2, 3], [3, 4, 9])


def test_a_band_covers_common_steps_alone():
    """Where one series has nothing there is no band; between its steps it is straight."""
    found = band("loss", [series([0, 10], [0, 10]), series([5, 10, 20], [0, 0, 0])])
    assert found.steps == [5, 10]
    assert (found.high, found.low) == ([5, 10], [0, 0])


def test_no_band_of_fewer_than_two():
    """One series, empty ones, or ones that do not overlap make none."""
    assert band("loss", [series([0], [1])]) is None
    assert band("loss", [series([], []), series([0], [math.nan]), series([1], [1])]) is None
    assert band("loss", [series([0, 1], [1, 1]), series([5, 6], [1, 1])]) is None


points = st.lists(
    st.tuples(st.integers(-50, 50), st.floats(width=32)), min_size=0, max_size=30
)


@given(st.lists(points, max_size=4))
@settings(deadline=None)
def test_a_band_is_ordered(lists):
    """Whatever the series hold, low, median and high are finite and in order."""
    parts = [series([s for s, _ in pts], [v for _, v in pts]) for pts in lists]
    if (found := band("loss", parts)) is not None:
        low, mid, high = map(np.array, (found.low, found.median, found.high))
        assert np.isfinite([low, mid, high]).all()
        assert (low <= mid + 1e-3 * abs(mid)).all()
        assert (mid <= high + 1e-3 * abs(high)).all()
        assert found.steps == sorted(set(found.steps))


def test_runs_are_compared_by_name(write):
    """Each name has a line a run; what only one has stands last, without a band."""
    one = write([scalar("loss", i, 1.0) for i in range(5)] + [scalar("extra", 0, 1.0)])
    two = write([scalar("loss", i, 3.0) for i in range(9)])
    found = compare([one, two])
    assert list(found.lines) == ["loss", "extra"]
    assert found.lines["extra"][1] is None
    assert list(found.bands) == ["loss"]
    assert found.bands["loss"].median == [2.0] * 5
