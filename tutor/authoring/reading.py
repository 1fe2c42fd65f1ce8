"""Reading a page of the course: its blocks, or why it has none."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tutor.authoring.findings import Finding, at
from tutor.course.parse import parse_page
from tutor.errors import CourseError

PLACE = re.compile(r"^(.*?):(\d+): (.*)$", re.DOTALL)


def parsed(path: Path) -> tuple[tuple[Any, ...], Finding | None]:
    """Return the blocks of a page, or why it has none."""
    try:
        text = path.read_text(encoding="utf-8")
        if hidden := re.search("[\u00a0\u200b-\u200f\u2028\u2029\u2060\ufeff]", text):
            line = text[: hidden.start()].count("\n") + 1
            message = f"an invisible character, U+{ord(hidden[0]):04X}; delete it"
            return (), Finding("characters", str(path), line, message)
        if "\r" in text or "\t" in re.sub(r"```.*?```", "", text, flags=re.DOTALL):
            needle = next(
                x for x in text.splitlines(keepends=True) if "\r" in x or "\t" in x
            )
            return (), at("characters", path, needle.strip(), "tabs or carriage returns; use "
                          "blanks and plain line ends")  # fmt: skip
        return parse_page(path), None
    except CourseError as error:
        found = PLACE.match(str(error))
        line, message = (int(found[2]), found[3]) if found else (1, str(error))
        return (), Finding("parses", str(path), line, message)
    except (OSError, UnicodeDecodeError, ValueError) as error:
        return (), Finding("parses", str(path), 1, f"it cannot be read: {error}")


def walk(value: Any) -> Iterator[Any]:
    """Yield every block and piece of text of a page, outermost first."""
    if isinstance(value, tuple | list):
        for item in value:
            yield from walk(item)
    elif isinstance(value, dict):
        yield from walk(list(value.values()))
    elif hasattr(value, "__slots__") and type(value).__module__.startswith("tutor"):
        yield value
        for name in value.__slots__:
            yield from walk(getattr(value, name))
