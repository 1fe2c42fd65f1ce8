"""A run that is watched: what is tracked arrives, it is niced, and a stop is obeyed."""

import os
import time

import msgspec
import pytest

from tutor.judge import client
from tutor.judge.conversation import Conversation
from tutor.protocol import CaseResult, Control, Limits, Outcome, Records, Verdict

TRACKS = """
import time
import numpy as np
from tutor import track

def double(x):
    for step in range(300):
        track.scalar("loss", 1 / (step + 1), step)
        if step % 100 == 0:
            track.image("weights\\x1b[31m", np.ones((3, 3)), step)
    return 2 * x
"""
FLOODS = """
import threading
from tutor import track
from tutor.track.state import target

def double(x):
    for step in range(60_000):
        for name in ("a", "b", "c", "d"):
            track.scalar(name, float("nan") if step == 777 else step, step)
        track.text(f"t{step % 5}", "x" * 500, step)
        target.ring.put_rich({"kind": "image", "name": 3, "step": "x"})
        target.ring.put(b"\\x02[")
    return 2 * x
"""
IDLES = """
def double(x):
    while True:
        pass
"""
DEAF = """
from tutor import track

def double(x):
    step = 0
    while True:
        try:
            track.scalar("loss", 1.0, step)
        except Exception:
            pass
        step += 1
"""
NICE = """
import os

def double(x):
    raise ValueError(f"niceness {os.getpriority(os.PRIO_PROCESS, 0)}")
"""


def request(checker, tiny, source, seconds=30.0):
    asked = checker.request(tiny.exercise("tiny/double"), source, 1, track=True)
    limits = Limits(seconds=seconds, call_seconds=seconds)
    return msgspec.structs.replace(asked, limits=limits, diagnose=False)


def events(checker, tiny, source):
    return list(client.events(request(checker, tiny, source), "numpy"))


def test_what_is_tracked_arrives_before_the_verdict(checker, tiny):
    """Records come in order, cleaned, ahead of the result they belong to."""
    found = events(checker, tiny, TRACKS)
    kinds = [type(event) for event in found]
    last = max(i for i, kind in enumerate(kinds) if kind is Records)
    assert last < kinds.index(Verdict)
    assert kinds.index(Records) < kinds.index(CaseResult)
    items = [item for event in found if isinstance(event, Records) for item in event.items]
    steps = [item["step"] for item in items if item["kind"] == "scalar"]
    assert steps[:300] == list(range(300))
    assert {item["name"] for item in items if item["kind"] == "image"} == {"weights"}


def test_a_flood_is_thinned_fairly(checker, tiny):
    """Every series keeps its values that are not finite; junk never arrives."""
    found = events(checker, tiny, FLOODS)
    batches = [event.items for event in found if isinstance(event, Records)]
    assert max(map(len, batches)) < 1300
    items = [item for batch in batches for item in batch]
    assert {item["kind"] for item in items} == {"scalar", "text"}
    odd = [item["name"] for item in items if item.get("value") == "nan"]
    assert {"a", "b", "c", "d"} == set(odd)


@pytest.mark.parametrize("source", [IDLES, DEAF], ids=["tracks nothing", "catches all"])
async def test_a_stop_is_obeyed_within_two_seconds(checker, tiny, source):
    """Whatever the code does, the run ends soon after it is asked to, and says where it was."""
    talk = Conversation(request(checker, tiny, source), "numpy")
    asked = 0.0
    async for event in talk:
        if not asked and type(event).__name__ == "Plan":
            talk.send(Control("stop"))
            asked = time.monotonic()
        if isinstance(event, Verdict):
            taken = time.monotonic() - asked
            case = next(c for c in event.cases if c.outcome is not Outcome.PASSED)
            assert "stopped, as you asked" in case.feedback.message
    assert asked
    assert taken < 2.0


async def test_code_that_tracks_stops_at_once(checker, tiny):
    """A training that tracks ends at its next number."""
    endless = TRACKS.replace("range(300)", "range(10**9)")
    talk = Conversation(request(checker, tiny, endless), "numpy")
    asked = 0.0
    async for event in talk:
        if not asked and isinstance(event, Records):
            talk.send(Control("stop"))
            asked = time.monotonic()
        if isinstance(event, Verdict):
            taken = time.monotonic() - asked
    assert taken < 2.0


def test_learner_processes_are_niced(checker, tiny):
    """Training gives way to the screen."""
    verdict = next(e for e in events(checker, tiny, NICE) if isinstance(e, Verdict))
    failed = next(c for c in verdict.cases if c.outcome is not Outcome.PASSED)
    told = int(failed.feedback.message.split("niceness ")[1].split()[0].rstrip(".:"))
    assert told >= min(19, os.getpriority(os.PRIO_PROCESS, 0) + 5)
