"""The typed, versioned messages between the app and the warm host, one JSON line each.

The app opens one connection per request, sends the request, and reads events until
`Done`. Closing the connection cancels. While a request runs the app may send `Control`.
"""

import json
from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from typing import Any, ClassVar, TypeVar

VERSION = 1
"""Raised whenever a message changes; app and host of different versions do not talk."""


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


@dataclass(frozen=True, slots=True)
class Limits:
    """What one check may use."""

    seconds: float = 10.0
    """Of the whole check."""
    call_seconds: float = 5.0
    """Of one call into the learner's code."""
    memory_mib: int = 2048
    """Address space beyond what the process has at its start."""
    output_kib: int = 1024
    """Printed text."""


@dataclass(frozen=True, slots=True)
class Program:
    """A file of Python with the name it goes by."""

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Borrowed:
    """An earlier exercise's code that ``tutor.yours`` offers to this one."""

    exercise: str
    names: tuple[str, ...]
    source: str
    own: bool
    """True for the learner's passed version, false for the reference."""


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """Check a learner's source against an exercise's harness."""

    kind: ClassVar[str] = "check"

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
    track: bool = False
    """Send `Records` of what the learner's code tracks."""


@dataclass(frozen=True, slots=True)
class RunRequest:
    """Run a piece of lesson code and return what it prints."""

    kind: ClassVar[str] = "run"

    source: str
    filename: str = "lesson.py"
    seed: int = 0
    limits: Limits = Limits()
    borrowed: tuple[Borrowed, ...] = ()


@dataclass(frozen=True, slots=True)
class DemoRequest:
    """Open a demo; each following `Control` named ``draw`` answers with a `Scene`."""

    kind: ClassVar[str] = "demo"

    source: str
    filename: str
    limits: Limits = Limits()
    borrowed: tuple[Borrowed, ...] = ()


@dataclass(frozen=True, slots=True)
class HoldRequest:
    """Keep the host alive while the connection is open."""

    kind: ClassVar[str] = "hold"


@dataclass(frozen=True, slots=True)
class StatusRequest:
    """Ask what the host is and which sandbox layers it can apply."""

    kind: ClassVar[str] = "ask_status"


@dataclass(frozen=True, slots=True)
class Control:
    """Steer the request that runs on this connection."""

    kind: ClassVar[str] = "control"

    action: str
    """``pause``, ``resume``, ``stop``, ``knob``, or of a demo ``draw``."""
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Shown:
    """A value prepared for the eye."""

    label: str
    summary: str
    """Type, dtype and shape in words, such as ``float64 array (2, 3)``."""
    text: str
    cells: list[list[str]] | None = None
    """The value as a table, when it is a small array of at most two axes."""
    marked: list[list[int]] = field(default_factory=list)
    """Row and column of the cells that are wrong."""


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the learner's file on a traceback, outermost first."""

    line: int
    function: str
    text: str


@dataclass(frozen=True, slots=True)
class Feedback:
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


@dataclass(frozen=True, slots=True)
class Plan:
    """The titles of all cases, in teaching order, before the first runs."""

    kind: ClassVar[str] = "plan"

    cases: list[str]


@dataclass(frozen=True, slots=True)
class CaseResult:
    """How one case ended."""

    kind: ClassVar[str] = "case"

    index: int
    title: str
    outcome: Outcome
    feedback: Feedback | None = None
    printed: str = ""
    elapsed_ms: float = 0.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """How the check ended; nothing that comes later changes it."""

    kind: ClassVar[str] = "verdict"

    outcome: Outcome
    cases: list[CaseResult]
    seed: int
    elapsed_ms: float
    feedback: Feedback | None = None
    """Why there are no case results, when the file could not be loaded."""
    metrics: dict[str, float] = field(default_factory=dict)
    targets: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """The one known wrong program that behaves just like the learner's."""

    kind: ClassVar[str] = "diagnosis"

    misconception: str | None
    explanation: str = ""
    lesson: str = ""
    """``topic/lesson#anchor`` of the paragraph that explains it."""


@dataclass(frozen=True, slots=True)
class Records:
    """A batch of tracked values, newest last; `dropped` counts what did not fit."""

    kind: ClassVar[str] = "records"

    items: list[dict[str, Any]]
    dropped: int = 0


@dataclass(frozen=True, slots=True)
class Printed:
    """What a `RunRequest` printed, and the error that ended it, if any."""

    kind: ClassVar[str] = "printed"

    text: str
    outcome: Outcome
    feedback: Feedback | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """What a demo wants drawn, as plain data."""

    kind: ClassVar[str] = "scene"

    value: Any
    feedback: Feedback | None = None


@dataclass(frozen=True, slots=True)
class Status:
    """What the host is."""

    kind: ClassVar[str] = "status"

    version: int
    pid: int
    toolset: str
    layers: dict[str, str]
    """Sandbox layer to ``""`` when active, else why not."""
    checks: int
    spares: int
    rss_mib: float


@dataclass(frozen=True, slots=True)
class Starting:
    """The host is still importing; sent so that the app can say so."""

    kind: ClassVar[str] = "starting"

    what: str


@dataclass(frozen=True, slots=True)
class Failed:
    """The host could not serve the request; nothing is known about the learner's code."""

    kind: ClassVar[str] = "failed"

    reason: str


@dataclass(frozen=True, slots=True)
class Done:
    """The last event of a request."""

    kind: ClassVar[str] = "done"


Request = CheckRequest | RunRequest | DemoRequest | HoldRequest | StatusRequest
Event = (
    Plan | CaseResult | Verdict | Diagnosis | Records | Printed | Scene | Status
    | Starting | Failed | Done
)  # fmt: skip
Message = Request | Control | Event

MESSAGES: dict[str, type[Any]] = {
    message.kind: message
    for message in (
        CheckRequest, RunRequest, DemoRequest, HoldRequest, StatusRequest, Control, Plan,
        CaseResult, Verdict, Diagnosis, Records, Printed, Scene, Status, Starting,
        Failed, Done,
    )
}  # fmt: skip

M = TypeVar("M")


def dump(message: Message) -> bytes:
    """Return `message` as one line of JSON with its newline."""
    body = {"kind": message.kind, **asdict(message)}
    return json.dumps(body, separators=(",", ":")).encode() + b"\n"


def load(line: bytes) -> Message:
    """Return the message in `line`.

    Raises:
        ValueError: the line is no message of this version.
    """
    body = json.loads(line)
    kind = body.pop("kind", None)
    if kind not in MESSAGES:
        raise ValueError(f"unknown message kind {kind!r}")
    message: Message = build(MESSAGES[kind], body)
    return message


NESTED: dict[str, type[Any]] = {
    "limits": Limits,
    "wrong": Program,
    "borrowed": Borrowed,
    "references": Borrowed,
    "feedback": Feedback,
    "arguments": Shown,
    "expected": Shown,
    "got": Shown,
    "places": Place,
    "cases": CaseResult,
    "outcome": Outcome,
}
"""What a field of each name holds; `Plan.cases` holds strings, which stay as they are."""


def build(kind: type[M], body: dict[str, Any]) -> M:
    """Return a `kind` made of decoded JSON, nested messages included."""
    known = {item.name for item in fields(kind)}  # type: ignore[arg-type]
    values = {key: nested(key, value) for key, value in body.items() if key in known}
    return kind(**values)


def nested(name: str, value: Any) -> Any:
    """Return `value` with the message type that field `name` holds restored."""
    if isinstance(value, list):
        many = [nested(name, item) for item in value]
        return tuple(many) if name in TUPLES else many
    kind = NESTED.get(name)
    if kind is Outcome:
        return Outcome(value)
    if kind is not None and isinstance(value, dict):
        return build(kind, value)
    return value


TUPLES = {"wrong", "borrowed", "references", "entry", "names"}
