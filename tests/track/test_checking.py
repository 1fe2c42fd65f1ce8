"""Whatever learner code writes, what comes out has the form that is promised."""

import copy
import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.track.checking import BODIES, all_checked, checked
from tutor.track.episode import packed
from tutor.track.records import MAX_ENTRIES, MAX_NAME, MAX_SIDE
from tutor.track.ring import Ring

FRAMES = {"height": 2, "width": 3, "at": [0, 1], "data": packed(bytes(36))}
SOUND = [
    {"kind": "scalar", "name": "a", "step": 1, "value": 0.5},
    {"kind": "scalar", "name": "a", "step": 1, "value": "-inf"},
    {"kind": "histogram", "name": "a", "step": 1, "counts": [1.0], "edges": [0.0, 1.0]},
    {"kind": "image", "name": "a", "step": 1, "rows": [[0.5, 1.0]]},
    {"kind": "image", "name": "a", "step": 1, "rows": [[[0, 1, 255]]]},
    {"kind": "image", "name": "a", "step": 1, "rows": [[1.0]], "tiles": [[[1.0]], [[2.0]]]},
    {"kind": "text", "name": "a", "step": 1, "value": "x"},
    {"kind": "confusion", "name": "a", "step": 1, "rows": [[1.0, 0.0], [0.0, 1.0]],
     "labels": ["x", "y"],
     "mistakes": {"images": [[[1.0]]], "true": [0], "predicted": [1]}},
    {"kind": "scatter", "name": "a", "step": 1, "points": [[0.0, 1.0]], "labels": ["x"]},
    {"kind": "matrix", "name": "a", "step": 1, "rows": [[1.0]], "row_labels": ["x"],
     "column_labels": ["y"]},
    {"kind": "knob", "name": "a", "step": 0, "value": 0.5, "low": 0.0, "high": 1.0},
    {"kind": "knob", "name": "a", "step": 0, "value": "x", "choices": ["x", "y"]},
    {"kind": "episode", "name": "a", "step": 0, "number": 0, "length": 3, "total": 1.0,
     "terminated": True, "truncated": False, "discrete": True, "observations": [0, 1, 2],
     "actions": [1, [0.5]], "rewards": [0.0, 1.0], "values": [0.5, [0.1, 0.2]],
     "probabilities": [[0.5, 0.5], [1.0, 0.0]], "map": ["SF", "FG"], "frames": FRAMES},
    {"kind": "episode", "name": "a", "step": 0, "number": 0, "length": 1, "total": 1.0,
     "terminated": True, "truncated": False, "discrete": False,
     "observations": [[0.5, 1.0], [0.5, 2.0]], "actions": [1], "rewards": [0.0]},
]  # fmt: skip


@pytest.mark.parametrize("record", SOUND, ids=lambda r: r["kind"])
def test_a_sound_record_stays_as_it_is(record):
    """What the writer makes goes through unchanged, and again."""
    assert checked(record) == record
    assert checked(checked(record)) == record


def test_every_kind_is_tried():
    """The table above has each kind."""
    assert {record["kind"] for record in SOUND} == set(BODIES)


def spoilt(value, by, path=()):
    """Yield copies of a value, in each of which one part is replaced or left out."""
    yield by
    if isinstance(value, dict):
        for key in value:
            yield {k: v for k, v in value.items() if k != key}
            for part in spoilt(value[key], by):
                yield {**value, key: part}
    if isinstance(value, list):
        for index in range(len(value)):
            yield value[:index] + value[index + 1 :]
            for part in spoilt(value[index], by):
                yield [*value[:index], part, *value[index + 1 :]]


JUNK = [
    None,
    True,
    -1,
    1 << 80,
    1e308,
    float("nan"),
    float("inf"),
    "x" * 9,
    [],
    [[]],
    {},
    [{}],
]


@pytest.mark.parametrize("record", SOUND, ids=lambda r: r["kind"])
def test_a_spoilt_record_is_nothing_or_sound(record):
    """Whatever stands in one place, the outcome is none or has a sound record's form."""
    for junk in JUNK:
        for item in spoilt(copy.deepcopy(record), junk):
            found = checked(item)
            assert found is None or checked(found) == found
            json.dumps(found, allow_nan=False)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["rows", "value", "step", "x"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@given(json_values, st.sampled_from(sorted(BODIES)), st.dictionaries(
    st.sampled_from(["rows", "tiles", "value", "counts", "edges", "points", "labels",
                     "mistakes", "rewards", "observations", "frames", "low", "high"]),
    json_values))  # fmt: skip
@settings(deadline=None, max_examples=200)
def test_anything_is_survived(item, kind, body):
    """No JSON makes the check fail."""
    checked(item)
    found = checked({"kind": kind, "name": "a", "step": 0, **body})
    json.dumps(found, allow_nan=False)


def test_sizes_are_bounded():
    """What is too large is left out, and long names are cut."""
    big = [[0.0] * (MAX_SIDE + 1)]
    assert checked({"kind": "matrix", "name": "a", "step": 0, "rows": big}) is None
    tiles = [[[0.0] * 128] * 128] * (MAX_ENTRIES // 128 // 128 + 1)
    assert checked({"kind": "image", "name": "a", "step": 0, "tiles": tiles}) is None
    record = checked({"kind": "text", "name": "n" * 999, "step": 0, "value": "x" * 9999})
    assert (len(record["name"]), len(record["value"])) == (MAX_NAME, 2000)


def test_a_bomb_is_not_unpacked():
    """Pictures that unpack to more than they say are refused without being unpacked."""
    bomb = packed(bytes(50_000_000))
    record = copy.deepcopy(SOUND[-2])
    record["frames"]["data"] = bomb
    found = checked(record)
    assert found is None or found["frames"]["data"] == bomb  # its first bytes are pictures
    record["frames"] = {"height": 64, "width": 64, "at": [0], "data": packed(bytes(10))}
    assert checked(record) is None


def test_texts_are_cleaned():
    """Every text that a screen may show goes through the given function."""
    for record in SOUND:
        found = json.dumps(checked(record, lambda text: text.replace(text, "§")))
        for text in ('"x"', '"y"', '"SF"'):
            assert text not in found or record.get("value") == "x"


def test_the_ring_gives_sound_records():
    """What goes through the ring is what was put."""
    ring = Ring()
    for record in SOUND[2:]:
        ring.put_rich(record)
    assert all_checked(ring.take()) == SOUND[2:]
    assert np.isfinite(checked(SOUND[0])["value"])
