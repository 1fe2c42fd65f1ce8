"""A bounded ring of records in memory shared by one writer and one reader.

Layout: a header of eight 64-bit words, a page for control text (knob values), then the data.
The writer advances `WRITTEN`, the reader `READ`; both only grow. A record that does not fit
is dropped and counted; the writer never waits.
"""

import json
import math
import mmap
import struct
from collections.abc import Callable, Iterator
from typing import Any

from tutor.memory import memory_file

HEADER = 64
CONTROL = 4096
DATA = HEADER + CONTROL
CAPACITY = 1 << 21
"""Bytes of data: about 90,000 scalars between two readings."""
MAX_SERIES = 1 << 12
MAX_STEP = (1 << 53) - 1
LENGTH = struct.Struct("<I")
SCALAR = struct.Struct("<BHqd")
FRAMED_SCALAR = struct.Struct("<IBHqd")
"""The same behind its length, so that the usual case is one write."""

WRITTEN, READ, DROPPED, STATE, CONTROL_SIZE = range(5)
RUNNING, PAUSED, STOPPED = range(3)
IS_SCALAR, IS_NAME, IS_RICH = range(3)


class Ring:
    """The shared memory and its two sides.

    Args:
        descriptor: of an existing memory; a new one is made without it.
    """

    def __init__(self, descriptor: int | None = None) -> None:
        size = HEADER + CONTROL + CAPACITY
        self.descriptor = memory_file(size) if descriptor is None else descriptor
        self.memory = mmap.mmap(self.descriptor, size)
        self.words = memoryview(self.memory)[:HEADER].cast("Q")
        self.names: dict[str, int] = {}
        self.titles: dict[int, str] = {}

    def word(self, index: int) -> int:
        return self.words[index]

    def set_word(self, index: int, value: int) -> None:
        self.words[index] = value

    def put(self, record: bytes) -> bool:
        """Append a record; false when there is no room, which is counted."""
        written = self.word(WRITTEN)
        size = LENGTH.size + len(record)
        if written - self.word(READ) + size > CAPACITY:
            self.set_word(DROPPED, self.word(DROPPED) + 1)
            return False
        self.write(written, LENGTH.pack(len(record)) + record)
        self.set_word(WRITTEN, written + size)
        return True

    def write(self, position: int, data: bytes) -> None:
        start = position % CAPACITY
        room = min(len(data), CAPACITY - start)
        base = DATA
        self.memory[base + start : base + start + room] = data[:room]
        if room < len(data):
            self.memory[base : base + len(data) - room] = data[room:]

    def read(self, position: int, size: int) -> bytes:
        start = position % CAPACITY
        base = DATA
        room = min(size, CAPACITY - start)
        part = self.memory[base + start : base + start + room]
        return part + self.memory[base : base + size - room] if room < size else part

    def put_scalar(self, name: str, value: float, step: int) -> None:
        """Append one number of a named series."""
        number = self.names.get(name)
        if number is None and (number := self.number_of(name)) is None:
            return
        step = min(max(step, -MAX_STEP), MAX_STEP)
        self.put(SCALAR.pack(IS_SCALAR, number, step, value))

    def scalar_writer(self) -> Callable[[str, Any, Any], int]:
        """Return what does the same as `put_scalar` in half the time, and tells the state word.

        It is called at every step of a training, so everything it needs is at hand in local
        names, and where READ has been is asked only when there is no room behind it. Whatever
        is unusual (a new name, the seam, a value that must be converted) goes the long way.
        """
        words, memory, names = self.words, self.memory, self.names
        pack, size = FRAMED_SCALAR.pack_into, FRAMED_SCALAR.size
        last, length, end = CAPACITY - size, SCALAR.size, 0

        def write(name: str, value: Any, step: Any) -> int:
            nonlocal end
            written = words[WRITTEN]
            place = written % CAPACITY
            after = written + size
            if after > end:
                end = words[READ] + CAPACITY
                if after > end:
                    words[DROPPED] += 1
                    return words[STATE]
            try:
                if place > last or not -MAX_STEP <= step <= MAX_STEP:
                    raise ValueError
                pack(memory, DATA + place, length, IS_SCALAR, names[name], step, value)
            except (KeyError, ValueError, TypeError, struct.error):
                self.put_scalar(name, float(value), int(step))
            else:
                words[WRITTEN] = after
            return words[STATE]

        return write

    def number_of(self, name: str) -> int | None:
        """Announce a series; None when there are too many, or no room to say its name."""
        number = len(self.names)
        shown = name.encode(errors="replace")[:200]
        if number >= MAX_SERIES or not self.put(
            bytes([IS_NAME]) + LENGTH.pack(number) + shown
        ):
            return None
        self.names[name] = number
        return number

    def put_rich(self, body: dict[str, Any]) -> None:
        """Append a record of any other kind, as JSON."""
        self.put(bytes([IS_RICH]) + json.dumps(body, separators=(",", ":")).encode())

    def take(self) -> Iterator[dict[str, Any]]:
        """Yield and free the records written so far, whatever bytes they hold."""
        position, written = self.word(READ), self.word(WRITTEN)
        while 0 < written - position <= CAPACITY:
            (size,) = LENGTH.unpack(self.read(position, LENGTH.size))
            if size > written - position - LENGTH.size:
                break
            item = self.understand(self.read(position + LENGTH.size, size))
            position += LENGTH.size + size
            self.set_word(READ, position)
            if item is not None:
                yield item
        self.set_word(READ, written)

    def understand(self, record: bytes) -> dict[str, Any] | None:
        try:
            if record[0] == IS_SCALAR:
                _, number, step, value = SCALAR.unpack(record)
                name = self.titles[number]
                shown = value if math.isfinite(value) else str(value)
                return {"kind": "scalar", "name": name, "step": step, "value": shown}
            if record[0] == IS_NAME:
                (number,) = LENGTH.unpack_from(record, 1)
                self.titles[number] = record[1 + LENGTH.size :].decode(errors="replace")
                return None
            body = json.loads(record[1:])
            return body if isinstance(body, dict) else None
        except (ValueError, KeyError, IndexError, struct.error, RecursionError):
            return None

    def set_control(self, values: dict[str, Any]) -> None:
        """Publish knob values to the writer."""
        text = json.dumps(values).encode()[:CONTROL]
        self.memory[HEADER : HEADER + len(text)] = text
        self.set_word(CONTROL_SIZE, len(text))

    def control(self) -> dict[str, Any]:
        """Return the knob values last published."""
        size = self.word(CONTROL_SIZE)
        try:
            body = json.loads(self.memory[HEADER : HEADER + size]) if size else {}
        except ValueError:
            return {}
        return body if isinstance(body, dict) else {}
