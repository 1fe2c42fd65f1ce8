"""Thinning keeps the first, the last, the extremes, and grows with the logarithm alone."""

import math

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.runs.thinning import POINTS, RichThinner, Room, SeriesThinner


def thinned(values, room=None):
    thinner = SeriesThinner(room or Room())
    kept = []
    for step, value in enumerate(values):
        kept += thinner.add((step / 100, step, value))
    return kept + thinner.flush()


def test_a_short_series_is_kept_whole():
    """Below the limit nothing is left out."""
    values = [float(v) for v in range(POINTS)]
    assert [value for _, _, value in thinned(values)] == values


def test_a_long_series_stays_small():
    """A million records leave about ten thousand; ten times as many little more."""
    values = np.sin(np.arange(1_000_000) / 50).tolist()
    kept = thinned(values)
    assert len(kept) < 12 * POINTS
    assert [step for _, step, _ in kept] == sorted(step for _, step, _ in kept)


def test_a_spike_survives():
    """One value that stands out is kept, wherever it is."""
    for place in (3, 5_000, 77_777, 99_999):
        values = [0.0] * 100_000
        values[place] = 9.0
        assert (place / 100, place, 9.0) in thinned(values)


@given(
    st.lists(st.floats(-1e6, 1e6) | st.just(math.nan) | st.just(math.inf), max_size=400),
    st.integers(1, 40),
)
@settings(deadline=None)
def test_first_last_and_extremes_are_kept(values, points):
    """For every series the ends and the extremes are there, in order, none twice."""

    class Small(Room):
        points = 0

    Small.points = points
    kept = thinned(values, Small())
    steps = [step for _, step, _ in kept]
    assert steps == sorted(set(steps))
    finite = [v for v in values if math.isfinite(v)]
    if values:
        assert steps[0] == 0
        assert steps[-1] == len(values) - 1
    if finite:
        found = [v for _, _, v in kept if math.isfinite(v)]
        assert (min(found), max(found)) == (min(finite), max(finite))


def test_a_diverged_series_stays_small():
    """A million values that are not finite leave few records, the first among them."""
    kept = thinned([1.0, *[math.nan] * 1_000_000])
    assert len(kept) < 60
    assert kept[1][1] == 1


def test_a_series_that_waits_is_written_soon():
    """What thinning holds back is handed out when it is overdue."""
    thinner = SeriesThinner(Room())
    for step in range(5 * POINTS):
        thinner.add((10.0, step, float(step)))
    thinner.add((20.0, 5 * POINTS, -1.0))
    assert thinner.overdue(20.0)[-1] == (20.0, 5 * POINTS, -1.0)
    assert thinner.overdue(30.0) == []


def test_pictures_thin_out():
    """Of many pictures some of every age stay, and the last is held."""
    thinner = RichThinner(20)
    record = {"kind": "image", "name": "a", "step": 0}
    kept = [step for step in range(10_000) if thinner.add(float(step), record)]
    assert len(kept) < 150
    assert kept[:20] == list(range(20))
    assert thinner.held is not None


def test_the_best_episode_is_kept():
    """An episode that is better than all before is never thinned away."""
    thinner = RichThinner(2)
    totals = [0.0] * 1000
    totals[777] = 5.0
    kept = [
        step
        for step, total in enumerate(totals)
        if thinner.add(0.0, {"kind": "episode", "name": "a", "step": step, "total": total})
    ]
    assert 777 in kept
