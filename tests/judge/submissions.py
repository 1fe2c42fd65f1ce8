"""Submissions that misbehave, each with the outcome it must get.

Against ``tiny/double`` unless it names ``tiny/scale``. In a source these words are replaced
by what they stand for: ``HARNESS`` and ``SOLUTION`` files of the exercise, ``OUTSIDE`` a
file that must not come to be, ``SHARED`` one in shared memory, ``STORE`` and ``DRAFT`` the
record of progress and a file of the workspace, ``HOST`` the host's process number.
"""

from dataclasses import dataclass
from textwrap import dedent

from tutor.protocol import Outcome

RIGHT = "def double(x):\n    return 2 * x\n"


@dataclass(frozen=True)
class Submission:
    """One misbehaving source.

    `says` must be in what the learner is told. `layer` is the sandbox layer without which
    it cannot be held, so that it must not be tried.
    """

    name: str
    why: str
    outcome: Outcome
    source: str
    says: str = ""
    layer: str = ""
    exercise: str = "double"
    memory_mib: int | None = None
    track: bool = False
    patient: bool = False
    """Whether one call gets three seconds, because it has much to do before it is told."""
    within: float = 0.0
    """Seconds by which it must be over, when not those of the exercise's limits."""


def bad(outcome, name, why, source, says="", **rest):
    """Return a submission that must get `outcome`."""
    return Submission(name, why, outcome, dedent(source), says, **rest)


def odd(name, why, source, **rest):
    """Return a right program that behaves oddly: it must pass."""
    return Submission(name, why, Outcome.PASSED, dedent(source), **rest)
