"""Reading what a learner process says: it may say anything, and is shown without tricks."""

import re
from typing import Any

from tutor.errors import WireError
from tutor.harness.learner import LearnerError
from tutor.protocol import Place

CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c\ud800-\udfff]"
)
"""Control characters, direction marks and halves of characters: never shown."""
ESCAPES = re.compile("\x1b(\\[[0-?]*[ -/]*[@-~]|\\][^\x07\x1b]*(\x07|\x1b\\\\)?|[@-_])")


def clean(text: str) -> str:
    """Return `text` without escape sequences, control characters and direction marks."""
    return CONTROLS.sub("", ESCAPES.sub("", text.replace("\r\n", "\n")))


def learner_error(body: Any) -> LearnerError:
    """Return the exception that a reply describes, whatever it holds.

    Raises:
        WireError: it describes none.
    """
    if not isinstance(body, dict):
        raise WireError("a reply is not in the agreed form")
    places = [
        Place(int(p[0]), clean(str(p[1]))[:80], clean(str(p[2]))[:200])
        for p in list_in(body, "places")[:8]
        if isinstance(p, list) and len(p) == 3 and isinstance(p[0], int)
    ]
    bases = [str(b) for b in list_in(body, "bases")[:20]]
    kind = clean(str(body.get("type")))[:80]
    message = clean(str(body.get("message")))[:4000]
    return LearnerError(kind, message, bases, places)


def list_in(body: dict[str, Any], name: str) -> list[Any]:
    """Return a list that may be left out.

    Raises:
        WireError: it is something else.
    """
    found = body.get(name, [])
    if not isinstance(found, list):
        raise WireError("a reply is not in the agreed form")
    return found


def true_places(facts: Any) -> list[int]:
    """Return where a list holds True; of anything else, nothing."""
    return (
        [i for i, fact in enumerate(facts) if fact is True] if type(facts) is list else []
    )


def running_lines(trace: str, source: list[str]) -> list[Place]:
    """Return the lines of a source that a trace of its process names, outermost first."""
    found = re.findall(r'File "([^"]*)", line ([0-9]{1,9}) in (\S+)', trace)
    places = []
    for filename, line, function in reversed(found):
        if not filename.startswith(("/", "<")):
            number = int(line)
            known = 0 < number <= len(source)
            quoted = source[number - 1] if known else ""
            places.append(Place(number, clean(function)[:80], clean(quoted)[:200]))
    return places[-8:]
