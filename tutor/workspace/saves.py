"""Notices that a file was saved, whatever the editor does to save it.

Looks at the file's identity, time and size a few times a second, and at its content when
one of them changed: atomic renames, lock files beside it, save storms and network mounts
without events are all the same to it, at the price of one stat call a look.
"""

import hashlib
import os
import stat
import time
from pathlib import Path

INTERVAL = 0.02
"""Seconds between looks on a local disk: a stat call costs microseconds."""
BUSY, MOST = 20, 1.0
"""A look that takes long is followed by a pause of so many times its length, at most this."""


class Saves:
    """Watches one file for changes of its content."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.interval = INTERVAL
        self.seen = self.look()
        self.digest = self.content()

    @property
    def how(self) -> str:
        """How saves are noticed, in words."""
        slow = ", since looks are slow there" if self.interval > INTERVAL else ""
        return f"looking every {self.interval * 1000:.0f} ms{slow}"

    def look(self) -> tuple[int, int, int] | None:
        """Return what tells one version of the file from another; None while it is gone.

        Where a look takes long, such as on a network mount, there are fewer of them.
        """
        start = time.perf_counter()
        try:
            found = os.stat(self.path)
        except OSError:
            return None
        finally:
            took = time.perf_counter() - start
            self.interval = min(max(INTERVAL, BUSY * took), MOST)
        if not stat.S_ISREG(found.st_mode):
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size

    def content(self) -> str:
        if self.look() is None:  # reading a pipe would wait for its writer
            return ""
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
