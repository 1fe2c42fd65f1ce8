"""The shipped course proves itself: one test for each place, its id as test id.

Every program is tried on one seed here; `make prove` tries more, and the mutants.
"""

import pytest

from tutor.authoring.check import Options, prove
from tutor.authoring.order import prove_order
from tutor.authoring.trials import Bench
from tutor.course import load_course

COURSE = load_course()
OPTIONS = Options(fresh=True, quick=True)


def listed(findings):
    return "\n".join(map(str, findings))


def test_order():
    """Everything is placed once, and after what it stands on."""
    found = list(prove_order(COURSE))
    assert not found, listed(found)


@pytest.mark.parametrize("place", COURSE.places.values(), ids=list(COURSE.places))
def test_place(place):
    """The proof of a lesson, an exercise or a demo finds nothing."""
    proof = prove(Bench(COURSE), place, OPTIONS)
    assert not proof.findings, listed(proof.findings)
