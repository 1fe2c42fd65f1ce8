"""The typed, versioned messages between the app and the warm host, one JSON line each.

The app opens one connection per request, sends the request, and reads events until
`Done`. Closing the connection cancels. While a request runs the app may send `Control`.
"""

import re
from enum import StrEnum
from typing import Any

from msgspec import Struct, field
from msgspec.json import Decoder, Encoder

VERSION = 2
"""Raised whenever a message changes. The host tells it in its status; that app and host
are of one version is seen to by the name of the socket (`tutor.judge.hosting`)."""

NUMBERS = re.compile(r"[-+]?[0-9][0-9.,e+-]*")


class Outcome(StrEnum):
    """How a check, or one case of it, ended."""

    PASSED = "passed"
    FAILED = "failed"
    RAISED = "raised"
    TIMED_OUT = "timed_out"
    OUT_OF_MEMORY = "out_of_memory"
    OUTPUT_FLOOD = "output_flood"
    CRASHED = "crashed"
    NOT_IMPORTABLE = "not_importable"
    INTERNAL_ERROR = "internal_error"
    NOT_RUN = "not_run"
    """Only of a case: an earlier one ended the learner process."""


class Limits(Struct, frozen=True):
    """What one check may use."""

    seconds: float = 10.0
    """Of the whole check."""
    call_seconds: float = 5.0
    """Of one call into the learner's code."""
    memory_mib: int = 2048
    """Address space beyond what the process has at its start."""
    output_kib: int = 1024
    """Printed text."""


class Program(Struct, frozen=True):
    """A file of Python with the name it goes by."""

    name: str
    path: str


class Borrowed(Struct, frozen=True):
    """An earlier exercise's code that ``tutor.yours`` offers to this one."""

    exercise: str
    names: tuple[str, ...]
    source: str
    own: bool
    """True for the learner's passed version, false for the reference."""


class CheckRequest(Struct, frozen=True, tag_field="kind", tag="check"):
    """Check a learner's source against an exercise's harness."""

    exercise: str
    filename: str
    source: str
    seed: int
    harness: str
    reference: str
    entry: tuple[str, ...]
    rtol: float
    atol: float
    limits: Limits = Limits()
    wrong: tuple[Program, ...] = ()
    borrowed: tuple[Borrowed, ...] = ()
    references: tuple[Borrowed, ...] = ()
    """The same exercises' reference code, for the judge's own use of ``tutor.yours``."""
    diagnose: bool = True
    compare: str = "answers"
    """What a wrong program must share with the learner's file to explain it: every
    ``answers``, or, where training makes each run its own, the ``outcomes``."""
    brief: bool = False
    """Stop at the first case that fails and shrink nothing: only the outcome is asked for."""
    track: bool = False
    """Send `Records` of what the learner's code tracks."""


class RunRequest(Struct, frozen=True, tag_field="kind", tag="run"):
    """Run a piece of lesson code and return what it prints."""

    source: str
    filename: str = "lesson.py"
    seed: int = 0
    trusted: bool = False
    """The code is the course's own, unchanged: it may read what the course ships."""
    limits: Limits = Limits()
    borrowed: tuple[Borrowed, ...] = ()


class DemoRequest(Struct, frozen=True, tag_field="kind", tag="demo"):
    """Open a demo; each following `Control` named ``draw`` answers with a `Scene`."""

    source: str
    filename: str
    limits: Limits = Limits()
    borrowed: tuple[Borrowed, ...] = ()


class HoldRequest(Struct, frozen=True, tag_field="kind", tag="hold"):
    """Keep the host alive while the connection is open."""


class StatusRequest(Struct, frozen=True, tag_field="kind", tag="ask_status"):
    """Ask what the host is and which sandbox layers it can apply."""


class Control(Struct, frozen=True, tag_field="kind", tag="control"):
    """Steer the request that runs on this connection."""

    action: str
    """``pause``, ``resume``, ``stop``, ``knob``, or of a demo ``draw``."""
    values: dict[str, Any] = field(default_factory=dict)


class Shown(Struct, frozen=True):
    """A value prepared for the eye."""

    label: str
    summary: str
    """Type, dtype and shape in words, such as ``float64 array (2, 3)``."""
    text: str
    cells: list[list[str]] | None = None
    """The value as a table, when it is a small array of at most two axes."""
    marked: list[list[int]] = field(default_factory=list)
    """Row and column of the cells that are wrong."""


class Place(Struct, frozen=True):
    """A line of the learner's file on a traceback, outermost first."""

    line: int
    function: str
    text: str


class Feedback(Struct, frozen=True):
    """What a learner is told about one case that did not pass."""

    message: str
    call: str = ""
    arguments: list[Shown] = field(default_factory=list)
    expected: Shown | None = None
    got: Shown | None = None
    difference: str = ""
    hunches: list[str] = field(default_factory=list)
    """General diagnoses, such as ``every value is 3 times too large``."""
    places: list[Place] = field(default_factory=list)


class Plan(Struct, frozen=True, tag_field="kind", tag="plan"):
    """The titles of all cases, in teaching order, before the first runs."""

    cases: list[str]


class CaseResult(Struct, frozen=True, tag_field="kind", tag="case"):
    """How one case ended."""

    index: int
    title: str
    outcome: Outcome
    feedback: Feedback | None = None
    printed: str = ""
    elapsed_ms: float = 0.0

    @property
    def gist(self) -> tuple[Outcome, str]:
        """How it ended and what is said of it, numbers left aside."""
        said = self.feedback.message if self.feedback else ""
        return self.outcome, NUMBERS.sub("#", said)


class Verdict(Struct, frozen=True, tag_field="kind", tag="verdict"):
    """How the check ended; nothing that comes later changes it."""

    outcome: Outcome
    cases: list[CaseResult]
    seed: int
    elapsed_ms: float
    feedback: Feedback | None = None
    """Why there are no case results, when the file could not be loaded."""
    metrics: dict[str, float] = field(default_factory=dict)
    targets: dict[str, float] = field(default_factory=dict)
    ceilings: list[str] = field(default_factory=list)
    """Names of the targets that a figure must not be over; the others are floors."""


class Diagnosis(Struct, frozen=True, tag_field="kind", tag="diagnosis"):
    """The one known wrong program that behaves just like the learner's."""

    misconception: str | None
    explanation: str = ""
    lesson: str = ""
    """``topic/lesson#anchor`` of the paragraph that explains it."""


class Records(Struct, frozen=True, tag_field="kind", tag="records"):
    """A batch of tracked values, newest last; `dropped` counts what did not fit."""

    items: list[dict[str, Any]]
    dropped: int = 0


class Printed(Struct, frozen=True, tag_field="kind", tag="printed"):
    """What a `RunRequest` printed, and the error that ended it, if any."""

    text: str
    outcome: Outcome
    feedback: Feedback | None = None


class Scene(Struct, frozen=True, tag_field="kind", tag="scene"):
    """What a demo wants drawn, as plain data."""

    value: Any
    feedback: Feedback | None = None


class Status(Struct, frozen=True, tag_field="kind", tag="status"):
    """What the host is."""

    version: int
    pid: int
    toolset: str
    processes: str
    """How judges and learner processes are made: ``fork`` or ``spawn``."""
    layers: dict[str, str]
    """Sandbox layer to ``""`` when active, else why not."""
    checks: int
    spares: int
    rss_mib: float


class Starting(Struct, frozen=True, tag_field="kind", tag="starting"):
    """A host is being started; given by the client itself, so that the app can say so."""

    what: str


class Failed(Struct, frozen=True, tag_field="kind", tag="failed"):
    """The host could not serve the request; nothing is known about the learner's code."""

    reason: str


class Done(Struct, frozen=True, tag_field="kind", tag="done"):
    """The last event of a request."""


Request = CheckRequest | RunRequest | DemoRequest | HoldRequest | StatusRequest
Event = (
    Plan | CaseResult | Verdict | Diagnosis | Records | Printed | Scene | Status
    | Starting | Failed | Done
)  # fmt: skip
Message = Request | Control | Event

_encoder = Encoder()
_decoder: Decoder[Message] = Decoder(Message)


def dump(message: Message) -> bytes:
    """Return `message` as one line of JSON with its newline."""
    return _encoder.encode(message) + b"\n"


def load(line: bytes) -> Message:
    """Return the message in `line`.

    Raises:
        msgspec.ValidationError: the line is no message of this version; a ValueError.
    """
    return _decoder.decode(line)
