"""Memory shared by judge and learner process, through which the arrays of a call go.

The judge writes an argument once; the learner's code gets a view of that very memory. So an
in-place change shows in the judge's own mapping, whatever the learner process says of it,
and so does a result that is a view of an argument. No place is used twice: an object of the
learner's may keep an argument for a later call.
"""

import mmap
import os
from collections.abc import Sequence
from dataclasses import dataclass

from tutor.memory import memory_file

SIZE = 256 << 20
"""Bytes of address space; only what was written takes memory."""
ALIGNMENT = 64


@dataclass(frozen=True, slots=True)
class Place:
    """Where one array lies, and what was written there."""

    offset: int
    data: bytes


class Arena:
    """One mapping of the memory.

    Args:
        descriptor: of an existing memory; a new one is made without it.
    """

    def __init__(self, descriptor: int | None = None) -> None:
        self.descriptor = memory_file(SIZE) if descriptor is None else descriptor
        self.memory = mmap.mmap(self.descriptor, SIZE)
        self.used = 0

    def place(self, data: bytes) -> Place | None:
        """Write `data` to a fresh place; None when there is no room left."""
        offset = self.used
        if offset + len(data) > SIZE:
            return None
        self.used += -(-len(data) // ALIGNMENT) * ALIGNMENT
        self.memory[offset : offset + len(data)] = data
        return Place(offset, data)

    def view(self, offset: int, size: int) -> memoryview:
        """Return a writable view of a place.

        Raises:
            ValueError: it lies outside.
        """
        if not 0 <= offset <= offset + size <= SIZE:
            raise ValueError("a place outside the shared memory")
        return memoryview(self.memory)[offset : offset + size]

    def changed(self, places: Sequence[Place]) -> bool:
        """Return whether any place holds something else than what was written there."""
        return any(self.memory[p.offset : p.offset + len(p.data)] != p.data for p in places)

    def flip(self, places: Sequence[Place]) -> None:
        """Invert every bit of the places; doing it twice restores them."""
        for place in places:
            part = self.view(place.offset, len(place.data))
            inverted = int.from_bytes(part, "little") ^ ((1 << 8 * len(part)) - 1)
            part[:] = inverted.to_bytes(len(part), "little")

    def close(self) -> None:
        """Give up the descriptor; views that are still held keep the memory."""
        if self.descriptor >= 0:
            os.close(self.descriptor)
            self.descriptor = -1
