"""Runs a small training under the watchers, through the very path that a learner's takes."""

from tutor import track
from tutor.track.checking import all_checked
from tutor.track.ring import Ring
from tutor.watchers import Watchers

EVERY = 25
"""Steps of a training between two looks, as the judge looks now and then."""


def raised(program, seed=0, **settings):
    """Return the findings that a training raised, by name; a training is a generator."""
    ring = Ring()
    track.connect(ring)
    watchers, found = Watchers(), {}
    try:
        for number, _ in enumerate(program(seed, **settings)):
            if number % EVERY == 0:
                look(watchers, ring, found)
        look(watchers, ring, found)
    finally:
        track.connect(None)
    return found


def look(watchers, ring, found):
    for finding in watchers.take(all_checked(ring.take())):
        if finding.withdrawn:
            found.pop(finding.name)
        else:
            found[finding.name] = finding
            found.setdefault("ever", set()).add(finding.name) if False else None
