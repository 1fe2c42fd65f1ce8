"""The ring keeps order, drops what does not fit, and survives whatever bytes it holds."""

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.track.ring import (
    CAPACITY,
    CONTROL,
    CONTROL_SIZE,
    DROPPED,
    HEADER,
    IS_NAME,
    IS_RICH,
    IS_SCALAR,
    LENGTH,
    READ,
    RUNNING,
    SCALAR,
    STATE,
    WRITTEN,
    Ring,
)

DATA = HEADER + CONTROL
words = st.integers(0, 2**64 - 1) | st.integers(0, 3 * CAPACITY)

FORKED = """
import os
from tutor.track.ring import DROPPED, Ring
ring = Ring()
if not (pid := os.fork()):
    for step in range(100_000):
        ring.put_scalar("loss", step / 2, step)
    os._exit(0)
assert os.waitpid(pid, 0)[1] == 0
items = list(ring.take())
assert [i["step"] for i in items] == list(range(len(items)))
print(items[1], len(items) + ring.word(DROPPED))
"""


@pytest.fixture
def ring():
    return Ring()


def scalar(name, step, value):
    return {"kind": "scalar", "name": name, "step": step, "value": value}


def fill(ring):
    """Put records of 1 KiB until one is dropped; return how many fitted."""
    count = 0
    while ring.put(bytes([IS_RICH]) + b'"' + b"x" * 1017 + b'"'):
        count += 1
    return count


def test_records_come_out_in_order(ring):
    """Scalars of several series and rich records are read as they were written."""
    ring.put_scalar("loss", 0.5, 1)
    ring.put_rich({"kind": "text", "name": "sample", "value": "ü"})
    ring.put_scalar("accuracy", 1.0, 1)
    ring.put_scalar("loss", 0.25, -2)
    assert list(ring.take()) == [
        scalar("loss", 1, 0.5),
        {"kind": "text", "name": "sample", "value": "ü"},
        scalar("accuracy", 1, 1.0),
        scalar("loss", -2, 0.25),
    ]


def test_what_was_read_is_gone(ring):
    """A record is read once, and its series is still known the next time."""
    ring.put_scalar("loss", 0.5, 1)
    list(ring.take())
    ring.put_scalar("loss", 0.25, 2)
    assert list(ring.take()) == [scalar("loss", 2, 0.25)]


@pytest.mark.parametrize(
    ("value", "shown"),
    [(float("nan"), "nan"), (float("inf"), "inf"), (float("-inf"), "-inf")],
)
def test_values_that_are_not_finite_are_told_as_words(ring, value, shown):
    """A diverged loss arrives as a word, since JSON has no such number."""
    ring.put_scalar("loss", value, 1)
    assert list(ring.take()) == [scalar("loss", 1, shown)]


@given(st.lists(st.integers(0, 200_000), max_size=20))
@settings(deadline=None, max_examples=30)
def test_records_survive_the_seam(sizes):
    """Records of any length are whole also where the memory starts again."""
    ring = Ring()
    start = CAPACITY - 100
    ring.set_word(WRITTEN, start)
    ring.set_word(READ, start)
    for number, size in enumerate(sizes):
        ring.put_rich({"n": number, "text": "x" * size})
        assert list(ring.take()) == [{"n": number, "text": "x" * size}]


def test_a_full_ring_drops_and_counts(ring):
    """What does not fit is counted, what is there stays whole, and nothing waits."""
    count = fill(ring)
    ring.put_scalar("loss", 1.0, 1)
    fill(ring)
    assert ring.word(DROPPED) >= 2
    assert count == CAPACITY // 1024
    assert ring.word(WRITTEN) - ring.word(READ) <= CAPACITY


def test_a_ring_that_was_full_goes_on(ring):
    """After a reading there is room again, also for a series whose name was dropped."""
    fill(ring)
    ring.put_scalar("loss", 1.0, 1)
    list(ring.take())
    ring.put_scalar("loss", 0.5, 2)
    assert list(ring.take()) == [scalar("loss", 2, 0.5)]


def test_a_record_larger_than_the_ring_is_dropped(ring):
    """A record that can never fit is counted and leaves the rest alone."""
    ring.put_scalar("loss", 0.5, 1)
    ring.put_rich({"text": "x" * CAPACITY})
    assert (len(list(ring.take())), ring.word(DROPPED)) == (1, 1)


def test_a_record_may_fill_the_ring_to_the_last_byte(ring):
    """A record of exactly the room there is fits; one byte more does not."""
    assert not ring.put(bytes(CAPACITY - LENGTH.size + 1))
    assert ring.put(bytes(CAPACITY - LENGTH.size))
    assert not ring.put(b"")


def test_another_process_writes_what_this_one_reads():
    """What a forked child puts, the parent takes; each record is read or counted."""
    ran = subprocess.run([sys.executable, "-c", FORKED], capture_output=True, text=True)
    expected = "{'kind': 'scalar', 'name': 'loss', 'step': 1, 'value': 0.5} 100000\n"
    assert (ran.stdout, ran.stderr) == (expected, "")


@given(words, words, st.binary(max_size=300), st.integers(0, CAPACITY))
@settings(deadline=None)
def test_hostile_memory_is_survived(written, read, data, place):
    """Whatever stands in header and data, reading ends, gives dicts, and catches up."""
    ring = Ring()
    ring.write(place, data)
    ring.set_word(WRITTEN, written)
    ring.set_word(READ, read)
    assert all(isinstance(item, dict) for item in ring.take())
    assert ring.word(READ) == written


@given(st.lists(st.binary(max_size=40), max_size=30))
@settings(deadline=None)
def test_hostile_records_are_left_out(records):
    """Records of any bytes are dicts or nothing, and what follows is still read."""
    ring = Ring()
    for record in records:
        ring.put(record)
    ring.put_rich({"last": 1})
    assert list(ring.take())[-1] == {"last": 1}


@pytest.mark.parametrize(
    "record",
    [
        b"",
        bytes([IS_SCALAR]),
        SCALAR.pack(IS_SCALAR, 7, 0, 1.0),
        bytes([IS_NAME, 1]),
        bytes([IS_RICH]),
        bytes([IS_RICH]) + b"[1]",
        bytes([IS_RICH]) + b"\xff",
        bytes([IS_RICH]) + b"[" * 100_000,
        bytes([IS_RICH]) + b"9" * 5000,
        b"\x09",
    ],
    ids=[
        "empty", "short", "unnamed", "half a name", "nothing", "list", "bytes", "depth",
        "digits", "unknown",
    ],
)  # fmt: skip
def test_each_malformed_record_is_left_out(ring, record):
    """A record that means nothing is passed over."""
    ring.put(record)
    ring.put_scalar("loss", 0.5, 1)
    assert list(ring.take()) == [scalar("loss", 1, 0.5)]


def test_a_length_beyond_what_was_written_ends_the_reading(ring):
    """A record that claims more than there is, is skipped with the rest."""
    ring.put(b"\x02{}")
    LENGTH.pack_into(ring.memory, DATA, 1 << 31)
    assert list(ring.take()) == []
    assert ring.word(READ) == ring.word(WRITTEN)


def test_a_name_that_is_no_text_is_readable(ring):
    """A series' name of any bytes becomes printable text."""
    ring.put(bytes([IS_NAME]) + LENGTH.pack(0) + b"a\xffb")
    ring.put(SCALAR.pack(IS_SCALAR, 0, 1, 2.0))
    assert list(ring.take()) == [scalar("a\ufffdb", 1, 2.0)]


def test_long_names_are_cut(ring):
    """A series' name takes at most 200 bytes."""
    ring.put_scalar("n" * 999, 1.0, 1)
    assert list(ring.take()) == [scalar("n" * 200, 1, 1.0)]


def test_control_values_reach_the_writer(ring):
    """Knob values are read as they were last published, shorter ones too."""
    ring.set_control({"lr": 0.125, "momentum": 0.9})
    ring.set_control({"lr": 0.5})
    assert ring.control() == {"lr": 0.5}


def test_without_control_values_there_are_none(ring):
    """Nothing published is nothing."""
    assert (ring.control(), ring.word(STATE)) == ({}, RUNNING)


def test_control_values_that_do_not_fit_are_none(ring):
    """More knobs than the page holds leave the data alone and give nothing."""
    ring.put_scalar("loss", 0.5, 1)
    ring.set_control({str(i): 1.0 for i in range(CONTROL)})
    assert (ring.control(), list(ring.take())) == ({}, [scalar("loss", 1, 0.5)])


@pytest.mark.parametrize(
    "data",
    [
        b"{",
        b"\xff",
        b"null x",
        pytest.param(b"[1, 2]"),
    ],
    ids=["cut", "bytes", "rest", "list"],
)
def test_damaged_control_values_are_none(ring, data):
    """Control text that is no table is no control text."""
    ring.memory[HEADER : HEADER + len(data)] = data
    ring.set_word(CONTROL_SIZE, len(data))
    assert ring.control() == {}


@pytest.mark.parametrize(("series", "step"), [(1 << 16, 0), (0, 1 << 63)])
def test_no_scalar_fails_the_run(ring, series, step):
    """More series than there are numbers, or a step too large, do not end training."""
    ring.names = {str(number): number for number in range(series)}
    ring.put_scalar("one more", 1.0, step)
    assert len(list(ring.take())) <= 1


def test_no_name_fails_the_run(ring):
    """A name that is not valid Unicode does not end training."""
    ring.put_scalar("\ud800", 1.0, 0)
    assert len(list(ring.take())) <= 1


def test_a_reading_may_be_cut_short(ring):
    """At most so many entries are read, junk counted; the rest comes the next time."""
    ring.put(b"junk")
    for step in range(5):
        ring.put_scalar("loss", 0.5, step)
    first = [item["step"] for item in ring.take(4)]
    assert (first, [item["step"] for item in ring.take()]) == ([0, 1], [2, 3, 4])


def test_the_fast_way_writes_the_same(ring):
    """Numbers of any type, at the seam, with odd steps and names, go the long way alike."""
    other, write = Ring(), ring.scalar_writer()
    for number in range(300_000):
        if number % 20_000 == 0:
            assert list(ring.take()) == list(other.take())
        name, step = f"s{number % 3}", number if number % 7 else float(number)
        write(name, np.float32(number), step)
        other.put_scalar(name, float(number), int(step))
    for value, step in ((1, 1 << 70), (True, -(1 << 70)), ("2.5", "3"), (float("nan"), 1)):
        write("odd", value, step)
        other.put_scalar("odd", float(value), int(step))
    assert list(ring.take()) == list(other.take())


def test_the_fast_way_tells_the_state(ring):
    """The state word comes back, also when the ring is full."""
    write = ring.scalar_writer()
    assert write("loss", 1.0, 1) == RUNNING
    fill(ring)
    ring.set_word(STATE, 2)
    assert {write("loss", 1.0, step) for step in range(100)} == {2}
    assert ring.word(DROPPED) > 10
