"""The log of a run: one line for each record, each with a checksum.

A line is eight hexadecimal digits of the CRC-32 of what follows them and a space, then JSON:
first the head, then ``[seconds, name, step, value]`` for a number of a series and
``[seconds, record]`` for everything else. Whatever follows the last whole line is ignored,
so a log may be cut anywhere.
"""

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from tutor.errors import StoreError
from tutor.track.checking import checked
from tutor.track.records import Record

VERSION = 1
"""Of the log's form. Older ones stay readable; newer ones are refused with a sentence."""

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder().decode


def line_of(content: Any) -> bytes:
    """Return one line of a log."""
    body = _encode(content)
    return b"%08x %s\n" % (zlib.crc32(body), body)


def content_of(line: bytes) -> Any:
    """Return what a line holds; None when it is not whole."""
    if line[8:9] != b" " or line[-1:] != b"\n":
        return None
    body = line[9:-1]
    try:
        return _decode(body) if int(line[:8], 16) == zlib.crc32(body) else None
    except ValueError:
        return None


def scalar_line(seconds: float, name: str, step: int, value: float | str) -> bytes:
    return line_of((round(seconds, 3), name, step, value))


def record_line(seconds: float, record: Record) -> bytes:
    return line_of((round(seconds, 3), record))


def head_line(**facts: Any) -> bytes:
    return line_of({"dltutor run": VERSION, **facts})


def whole_lines(path: Path) -> Iterator[tuple[bytes, Any]]:
    """Yield the lines of a log with their content, up to the last whole one.

    Raises:
        StoreError: the log is of a newer version, or cannot be read.
    """
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file):
                content = content_of(line)
                if content is None or (number == 0 and not is_head(content)):
                    return
                yield line, content
    except OSError as error:
        raise StoreError(
            f"The run in {path} cannot be read ({error.strerror}). `dltutor runs` lists "
            "those that are there."
        ) from error


def is_head(content: Any) -> bool:
    """Return whether a log begins as it should.

    Raises:
        StoreError: it is of a newer version.
    """
    version = content.get("dltutor run") if isinstance(content, dict) else None
    if isinstance(version, int) and version > VERSION:
        raise StoreError(
            "This run was written by a newer dltutor. Update this one to open it."
        )
    return version is not None


def read_log(path: Path) -> Iterator[tuple[float, Record]]:
    """Yield the records of a log with their seconds since the start, as written."""
    for number, (_, content) in enumerate(whole_lines(path)):
        if number and (found := understood(content)) is not None:
            yield found


def understood(content: Any) -> tuple[float, Record] | None:
    """Return the seconds and the record of a line; None for what this version knows not."""
    match content:
        case [float() | int() as seconds, str() as name, step, value]:
            item: Any = {"kind": "scalar", "name": name, "step": step, "value": value}
        case [float() | int() as seconds, dict() as item]:
            pass
        case _:
            return None
    record = checked(item)
    return None if record is None else (float(seconds), record)
