"""Findings are raised once, withdrawn when the training recovers, and cost a bounded amount."""

import math
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.viz.findings import finding_picture
from tutor.viz.ink import picture_width, plain_text
from tutor.watchers import Finding, Severity, Watchers
from tutor.watchers.history import History
from tutor.watchers.naming import SYNONYMS, role_of


def scalar(name, step, value):
    return {"kind": "scalar", "name": name, "step": step, "value": value}


def dead(share, steps):
    return [scalar("dead units/h1", step, share) for step in steps]


def test_a_finding_is_raised_once():
    """The same illness is not told again, batch after batch."""
    watchers = Watchers()
    (finding,) = watchers.take(dead(0.8, range(5)))
    assert (finding.name, finding.layer, finding.severity) == (
        "dead_units",
        "h1",
        "suspect",
    )
    assert watchers.take(dead(0.8, range(5, 50))) == []


def test_a_finding_is_told_again_when_it_gets_worse():
    """A change of severity is news."""
    watchers = Watchers()
    watchers.take(dead(0.8, range(5)))
    (worse,) = watchers.take(dead(1.0, range(5, 10)))
    assert worse.severity is Severity.BROKEN


def test_a_recovery_withdraws_a_finding():
    """When the training is well again the finding comes back marked so."""
    watchers = Watchers()
    watchers.take(dead(0.8, range(5)))
    (gone,) = watchers.take(dead(0.1, range(5, 10)))
    assert (gone.name, gone.withdrawn) == ("dead_units", True)
    assert watchers.standing == {}


def test_each_training_is_watched_anew():
    """Steps that go back begin another training; earlier findings stay."""
    watchers = Watchers()
    first = watchers.take([scalar("loss", 5, "nan")])
    second = watchers.take([scalar("loss", 0, 1.0), scalar("loss", 1, "inf")])
    assert [f.training for f in first + second] == [1, 2]
    assert len(watchers.standing) == 2


def test_a_finding_in_the_last_batch_of_a_training_is_not_lost():
    """What ends just before a new training is still told."""
    news = Watchers().take([scalar("loss", 5, "nan"), scalar("loss", 0, 1.0)])
    assert [f.name for f in news] == ["non_finite"]


def test_names_are_known_in_any_case():
    """Case, blanks and underscores do not matter; layers stay as they are."""
    assert role_of("Gradient_Norm/Conv 1") == ("gradient norm", "Conv 1")
    assert role_of("epsilon") == ("exploration", "")
    assert role_of("my own number") is None


def test_unknown_numbers_may_be_anything():
    """A series that no watcher knows is nobody's business."""
    assert Watchers().take([scalar("temperature", 1, "nan")]) == []


@pytest.mark.parametrize("role", sorted(SYNONYMS))
def test_any_numbers_are_survived(role):
    """Whatever a series holds, watchers neither fail nor slow down."""
    watchers = Watchers()
    odd = [0.0, -0.0, 1e308, -1e308, 5e-324, "nan", "inf", "-inf", 1.0]
    for start in range(0, 400, 50):
        watchers.take([
            scalar(name, step, odd[(step * 7 + i) % len(odd)])
            for step in range(start, start + 50)
            for i, name in enumerate((role, "loss", f"{role}/a", f"{role}/b"))
        ])  # fmt: skip


values = st.floats(-1e3, 1e3) | st.sampled_from(["nan", "inf"])


@given(st.lists(st.tuples(st.sampled_from(sorted(SYNONYMS)), values), max_size=300))
@settings(deadline=None, max_examples=60)
def test_any_mixture_is_survived(pairs):
    """Findings of any mixture of series can be shown."""
    watchers = Watchers()
    for step, (name, value) in enumerate(pairs):
        for finding in watchers.take([scalar(name, step, value)]):
            assert isinstance(finding, Finding)
            assert picture_width(finding_picture(finding, 50)) <= 50


def test_a_million_numbers_keep_watchers_small():
    """What a watcher holds does not grow with the run."""

    def size(thing, seen):
        if id(thing) in seen:
            return 0
        seen.add(id(thing))
        parts = list(getattr(thing, "__dict__", {}).values())
        parts += [getattr(thing, s) for s in getattr(type(thing), "__slots__", ())]
        parts += list(thing.values()) if isinstance(thing, dict) else []
        parts += list(thing) if isinstance(thing, list | tuple | set) else []
        return sys.getsizeof(thing) + sum(size(p, seen) for p in parts)

    watchers = Watchers()
    sizes, begun = [], time.process_time()
    for start in range(0, 60_000, 500):
        steps = range(start, start + 500)
        watchers.take([scalar(n, s, 1 / (s + 1)) for s in steps for n in ("loss", "KL")])
        sizes.append(size(watchers.watchers, set()))
    assert max(sizes[60:]) < 1.2 * max(sizes[20:60])
    assert (time.process_time() - begun) / 120_000 < 50e-6


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=400))
@settings(deadline=None)
def test_a_history_holds_what_it_has_seen(numbers):
    """Blocks together are the series: its count, its mean, its ends."""
    history = History()
    for step, value in enumerate(numbers):
        history.add(step, value)
    whole = history.between(0, 1)
    assert whole.count == len(numbers)
    assert math.isclose(whole.mean, sum(numbers) / len(numbers), abs_tol=1e-6)
    assert (history.low, history.high) == (min(numbers), max(numbers))
    assert len(history.blocks) <= 65


def test_a_finding_reads_well():
    """Title, explanation, evidence and advice stand in order."""
    (finding,) = Watchers().take([scalar("loss", 41, 3.5), scalar("loss", 42, "nan")])
    text = plain_text(finding_picture(finding, 70))
    assert "loss is nan since step 42" in text
    assert "the value before was 3.5" in text
    assert "1. Make the step size ten times smaller" in text
