"""What is sent on is checked, bounded, fair to every series, and in order."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.track.ring import IS_NAME, IS_SCALAR, LENGTH, SCALAR, Ring
from tutor.worker import telemetry
from tutor.worker.telemetry import MAX_NAMES, MAX_OF_A_NAME, MAX_SCALARS, Telemetry


def watched():
    sent = []
    ring = Ring()
    return ring, Telemetry(ring, sent.append), sent


def test_batches_come_at_most_fifteen_times_a_second():
    """Between two batches at least a fifteenth of a second passes, unless all is wanted."""
    ring, reader, sent = watched()
    for step in range(3):
        ring.put_scalar("loss", 0.5, step)
        reader.forward()
    assert len(sent) == 1
    reader.forward(all_of_it=True)
    assert [len(batch.items) for batch in sent] == [1, 2]


def test_nothing_is_sent_of_nothing():
    """An empty ring sends no batch."""
    _, reader, sent = watched()
    reader.forward(all_of_it=True)
    assert sent == []


def test_every_series_gets_its_share():
    """Four numbers a step, thinned: each series keeps first-rate points, none vanishes."""
    ring, reader, _ = watched()
    for step in range(telemetry.MAX_READ // 4 - 4):
        for name in ("a", "b", "c", "d"):
            ring.put_scalar(name, 99.0 if step == 500 else 1.0, step)
    items = reader.batch()
    assert len(items) <= MAX_SCALARS + 20
    for name in ("a", "b", "c", "d"):
        steps = [item["step"] for item in items if item["name"] == name]
        values = [item["value"] for item in items if item["name"] == name]
        assert steps == sorted(steps)
        assert (max(values), steps[-1]) == (99.0, telemetry.MAX_READ // 4 - 5)
        assert len(steps) > 100


@given(st.lists(st.tuples(st.integers(0, 3), st.floats(width=32)), max_size=3000))
@settings(deadline=None, max_examples=25)
def test_what_is_not_finite_is_told(points):
    """However many numbers come, each series with an odd value shows one."""
    ring, reader, _ = watched()
    for step, (series, value) in enumerate(points):
        ring.put_scalar(f"s{series}", value, step)
    items = reader.batch()
    odd = {i for i, value in points if value != value or abs(value) == float("inf")}
    assert {f"s{i}" for i in odd} == {r["name"] for r in items if type(r["value"]) is str}


def test_the_newest_pictures_are_sent():
    """Of many records of one name the newest few go on, the rest is counted."""
    ring, reader, sent = watched()
    for step in range(50):
        ring.put_rich({"kind": "text", "name": "t", "step": step, "value": "x"})
    reader.forward(all_of_it=True)
    assert [r["step"] for r in sent[0].items] == list(range(50 - MAX_OF_A_NAME, 50))
    assert sent[0].dropped == 50 - MAX_OF_A_NAME


def test_names_without_end_are_bounded():
    """A writer that invents names reaches neither the judge's memory nor the app's."""
    ring, reader, _ = watched()
    seen = set()
    for start in range(0, 20_000, 1000):
        for number in range(start, start + 1000):
            ring.put(bytes([IS_NAME]) + LENGTH.pack(number % 9000) + b"n%d" % number)
            ring.put(SCALAR.pack(IS_SCALAR, number % 4000, 1, 1.0))
        seen |= {item["name"] for item in reader.batch()}
    assert len(seen) <= MAX_NAMES
    assert len(ring.titles) <= 4096


def test_a_full_ring_takes_little_time():
    """A flood never keeps the judge for long."""
    ring, reader, _ = watched()
    while ring.put(b"\x02{}"):
        pass
    begun = time.process_time()
    reader.batch()
    assert time.process_time() - begun < 0.25


def test_texts_are_fit_to_be_shown():
    """Escape sequences end in the judge, in names too."""
    ring, reader, _ = watched()
    ring.put_scalar("lo\x1b[31mss", 1.0, 1)
    ring.put_rich({"kind": "text", "name": "t", "step": 1, "value": "a\x1b]0;x\x07b"})
    assert [(r["name"], r["value"]) for r in reader.batch()] == [("loss", 1.0), ("t", "ab")]
