"""Notices that a file was saved, whatever the editor does to save it.

Looks at the file's identity, time and size a few times a second, and at its content when
one of them changed: atomic renames, lock files beside it, save storms and network mounts
without events are all the same to it, at the price of one stat call a look.
"""

import hashlib
import os
from pathlib import Path

INTERVAL = 0.02
"""Seconds between looks on a local disk: a stat call costs microseconds."""


class Saves:
    """Watches one file for changes of its content."""

    how = f"looking every {INTERVAL * 1000:.0f} ms"

    def __init__(self, path: Path) -> None:
        self.path = path
        self.interval = INTERVAL
        self.seen = self.look()
        self.digest = self.content()

    def look(self) -> tuple[int, int, int] | None:
        try:
            found = os.stat(self.path)
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size

    def content(self) -> str:
        try:
            return hashlib.sha256(self.path.read_bytes()).hexdigest()
        except OSError:
            return ""

    def changed(self) -> bool:
        """Return whether the file's content is new since the last call that said so."""
        now = self.look()
        if now is None or now == self.seen:
            return False
        self.seen = now
        digest = self.content()
        if not digest or digest == self.digest:
            return False
        self.digest = digest
        return True

    def expect(self, text: str) -> None:
        """Do not report a save of exactly this text: it is our own."""
        self.digest = hashlib.sha256(text.encode()).hexdigest()
