"""What learner code calls does nothing without a ring and never fails a run."""

from types import SimpleNamespace

import numpy as np
import pytest

from tutor import track
from tutor.track import state
from tutor.track.ring import CONTROL_SIZE, HEADER, PAUSED, RUNNING, STATE, STOPPED, Ring


@pytest.fixture
def ring():
    """A ring that takes what is tracked during one test."""
    ring = Ring()
    track.connect(ring)
    yield ring
    track.connect(None)


def taken(ring):
    """Return what was tracked, without the kind of record."""
    return list(ring.take())


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        (lambda: track.scalar("a", "no number", "no step"), None),
        (lambda: track.image("a", "no image"), None),
        (lambda: track.confusion("a", "no matrix"), None),
        (lambda: track.histogram("a", "no values", 0), None),
        (lambda: track.text("a", 3), None),
        (lambda: track.knob("lr", 5.0, 0.0, 1.0), 5.0),
    ],
    ids=["scalar", "image", "confusion", "histogram", "text", "knob"],
)
def test_without_a_ring_nothing_happens(call, expected):
    """Outside the tool every function is a no-op that looks at nothing."""
    track.connect(None)
    assert call() == expected


def test_a_scalar_is_tracked(ring):
    """Anything that becomes a float is a scalar: numpy's and whole numbers too."""
    track.scalar("loss", np.float32(0.5), np.int64(3))
    assert taken(ring) == [{"kind": "scalar", "name": "loss", "step": 3, "value": 0.5}]


@pytest.mark.parametrize(
    ("function", "kind"), [(track.image, "image"), (track.confusion, "confusion")]
)
def test_an_array_is_tracked(ring, function, kind):
    """Images and matrices are rows of rounded numbers; what is not finite is made so."""
    function("m", [[1, np.nan], [0.123456, 2]], 4)
    rows = [[1.0, 0.0], [0.1235, 2.0]]
    assert taken(ring) == [{"kind": kind, "name": "m", "step": 4, "rows": rows}]


@pytest.mark.parametrize("shape", [(), (3,), (0, 3), (2, 2, 2, 2), (129, 1), (1, 129)])
def test_an_array_of_another_shape_is_refused(ring, shape):
    """Arrays that cannot be drawn are an error that says what can."""
    with pytest.raises(ValueError, match=r"takes an array \(H, W\) of at most 128"):
        track.image("m", np.zeros(shape))
    assert taken(ring) == []


def test_a_histogram_counts_finite_values(ring):
    """NaN and infinity are left out of a distribution."""
    track.histogram("w", [[0.0, 1.0], [np.nan, np.inf]], 2, bins=2)
    body = {"counts": [1, 1], "edges": [0.0, 0.5, 1.0]}
    assert taken(ring) == [{"kind": "histogram", "name": "w", "step": 2, **body}]


@pytest.mark.parametrize("values", [[], [np.nan, np.inf]], ids=["empty", "not finite"])
def test_a_histogram_of_nothing_is_empty(ring, values):
    """A distribution without finite values counts nothing and is no error."""
    track.histogram("w", values, 2, bins=2)
    assert taken(ring)[0]["counts"] == [0, 0]


def test_a_text_is_cut(ring):
    """A long text keeps its first 2,000 characters."""
    track.text("sample", "é" * 3000, 1)
    assert taken(ring)[0]["value"] == "é" * 2000


def test_a_knob_is_announced_once(ring):
    """The watcher learns of a knob at its first use, and gives nothing but the default."""
    values = [track.knob("lr", 0.5, 0.0, 1.0) for _ in range(3)]
    body = {"value": 0.5, "low": 0.0, "high": 1.0}
    assert values == [0.5] * 3
    assert taken(ring) == [{"kind": "knob", "name": "lr", "step": 0, **body}]


def test_a_new_ring_is_told_of_its_knobs(ring):
    """Every run announces its knobs anew."""
    track.knob("lr", 0.5, 0.0, 1.0)
    track.connect(other := Ring())
    track.knob("lr", 0.5, 0.0, 1.0)
    assert len(taken(other)) == 1


@pytest.mark.parametrize(
    ("published", "value"),
    [(0.25, 0.25), (7, 1.0), (-7, 0.0), (float("nan"), 0.5), (float("inf"), 0.5)],
)
def test_a_knob_gives_what_was_published_within_its_range(ring, published, value):
    """Values beyond the range are moved to its end, and what is no number is ignored."""
    ring.set_control({"lr": published, "other": 3})
    assert track.knob("lr", 0.5, 0.0, 1.0) == value


@pytest.mark.parametrize("published", ["0.1", None, [1]])
def test_a_published_value_of_another_type_is_ignored(ring, published):
    """A knob value that is no number leaves the default."""
    ring.set_control({"lr": published})
    assert track.knob("lr", 0.5, 0.0, 1.0) == 0.5


def test_a_half_written_control_page_leaves_the_default(ring):
    """Control text that is cut short does not fail training."""
    ring.set_control({"lr": 0.25})
    ring.set_word(CONTROL_SIZE, 4)
    assert bytes(ring.memory[HEADER : HEADER + 4]) == b'{"lr'
    assert track.knob("lr", 0.5, 0.0, 1.0) == 0.5


def test_a_stopped_run_ends_at_its_next_scalar(ring):
    """The stop word raises, after the value was tracked."""
    ring.set_word(STATE, STOPPED)
    with pytest.raises(track.Stopped):
        track.scalar("loss", 0.5, 1)
    assert len(taken(ring)) == 1


@pytest.mark.parametrize("after", [RUNNING, STOPPED])
def test_a_paused_run_waits_until_told_otherwise(ring, monkeypatch, after):
    """The pause word holds a run, which then goes on or stops."""
    naps = []

    def nap(seconds):
        naps.append(seconds)
        if len(naps) == 3:
            ring.set_word(STATE, after)

    monkeypatch.setattr(state, "time", SimpleNamespace(sleep=nap))
    ring.set_word(STATE, PAUSED)
    if after == STOPPED:
        with pytest.raises(track.Stopped):
            track.scalar("loss", 0.5, 1)
    else:
        track.scalar("loss", 0.5, 1)
    assert len(naps) == 3


def test_a_word_that_means_nothing_is_ignored(ring):
    """A state of any other value lets the run go on."""
    ring.set_word(STATE, 99)
    track.scalar("loss", 0.5, 1)
    assert len(taken(ring)) == 1


def test_a_full_ring_does_not_hold_training(ring):
    """More values than anyone reads are dropped, and every call returns."""
    for step in range(120_000):
        track.scalar("loss", 0.5, step)
    steps = [item["step"] for item in taken(ring)]
    assert steps == list(range(len(steps)))
    assert len(steps) < 120_000
