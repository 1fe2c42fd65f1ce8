"""Deletion of a scratch folder, whatever was put into it."""

import contextlib
import os
from pathlib import Path


def clear_away(folder: Path) -> None:
    """Delete `folder` without following links, without recursion, and however shut.

    Each folder below it is first moved beside it, so that no path grows long. What cannot
    be deleted is left.
    """
    waiting, moved = [folder], 0
    while waiting:
        current = waiting.pop()
        entries: list[os.DirEntry[str]] = []
        with contextlib.suppress(OSError):
            os.chmod(current, 0o700)
            entries = list(os.scandir(current))
        for entry in entries:
            with contextlib.suppress(OSError):
                if not entry.is_dir(follow_symlinks=False):
                    os.unlink(entry.path)
                    continue
                beside = folder.with_name(f"{folder.name}.{moved}")
                os.chmod(entry.path, 0o700)  # whoever moves a folder writes into it
                os.rename(entry.path, beside)
                waiting.append(beside)
                moved += 1
        with contextlib.suppress(OSError):
            os.rmdir(current)
