"""The folder of all runs: begin one, list, open, name and delete them."""

import contextlib
import os
import re
import secrets
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from tutor import paths
from tutor.errors import NotFound, StoreError
from tutor.runs.compacting import is_being_written
from tutor.runs.info import INTERRUPTED, RUNNING, RunInfo, load_info, save_info
from tutor.runs.run import Run
from tutor.runs.writer import RunWriter

KEPT_RUNS = 200
"""Runs without a name; the oldest beyond are deleted when another begins."""
TRASH_SECONDS = 24 * 3600
"""For which a deleted run can be brought back."""
MAX_NAME = 80
IS_ID = re.compile(r"\d{8}-\d{6}-[0-9a-f]{4}")
SUFFIXES = (".run", ".json")


class Runs:
    """All runs in a folder.

    Args:
        folder: the platform's place by default; made when the first run begins.
        kept: how many runs without a name stay.
        clock: seconds since the epoch.
    """

    def __init__(
        self,
        folder: Path | None = None,
        kept: int = KEPT_RUNS,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.folder = folder or paths.runs()
        self.trash = self.folder / "deleted"
        self.kept = kept
        self.clock = clock

    def begin(
        self, place: str, title: str, seed: int = 0, source_sha256: str = ""
    ) -> RunWriter:
        """Begin a run; the oldest ones without a name make room for it.

        Raises:
            StoreError: nothing can be written there.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self.prune(self.kept - 1)
            self.empty_trash()
            now = self.clock()
            stamp = time.strftime("%Y%m%d-%H%M%S", time.localtime(now))
            info = RunInfo(
                id=f"{stamp}-{secrets.token_hex(2)}", place=place, title=title,
                started=now, seed=seed, source_sha256=source_sha256,
            )  # fmt: skip
            return RunWriter(self.folder, info)
        except OSError as error:
            raise StoreError(
                f"The run cannot be kept in {paths.display(self.folder)} "
                f"({error.strerror}). Free some space, or set DLTUTOR_HOME to another folder."
            ) from error

    def list(self, place: str | None = None) -> list[RunInfo]:
        """Return what is known of each run, newest first."""
        infos = [self.read(path) for path in self.folder.glob("*.json")]
        found = [i for i in infos if i is not None and place in (None, i.place)]
        return sorted(found, key=lambda info: (info.started, info.id), reverse=True)

    def read(self, path: Path) -> RunInfo | None:
        info = load_info(path)
        if info is None or info.outcome or not IS_ID.fullmatch(info.id):
            return info
        going_on = is_being_written(path.with_suffix(".run"))
        return msgspec.structs.replace(info, outcome=RUNNING if going_on else INTERRUPTED)

    def info(self, run_id: str) -> RunInfo:
        """Return what is known of one run.

        Args:
            run_id: its id, its name, or a beginning of its id that no other shares;
                ``last`` is the newest.

        Raises:
            NotFound: there is no such run, or there are several.
        """
        if IS_ID.fullmatch(run_id) and (info := self.read(self.folder / f"{run_id}.json")):
            return info
        infos = self.list()
        if run_id == "last" and infos:
            return infos[0]
        named = [info for info in infos if info.name and info.name == run_id]
        found = named or [info for info in infos if info.id.startswith(run_id)]
        if len(found) == 1:
            return found[0]
        what = f"There are {len(found)} runs" if found else "There is no run"
        raise NotFound(f"{what} called {run_id}; `dltutor runs` lists them.")

    def open(self, run_id: str) -> Run:
        """Return a run, of which nothing is read yet.

        Raises:
            NotFound: there is no such run.
        """
        info = self.info(run_id)
        return Run(info, self.folder / f"{info.id}.run")

    def rename(self, run_id: str, name: str) -> RunInfo:
        """Give a run a name, which also keeps it from being pruned; an empty one takes it.

        Raises:
            NotFound: there is no such run.
            StoreError: it still goes on, or another one has this name.
        """
        info = self.info(run_id)
        if info.outcome == RUNNING:
            raise StoreError("This run still goes on; it can be named when it has ended.")
        name = " ".join(name.split())[:MAX_NAME]
        if name and any(i.name == name and i.id != info.id for i in self.list()):
            raise StoreError(f"Another run is called {name}; choose another name.")
        changed = msgspec.structs.replace(info, name=name)
        save_info(changed, self.folder / f"{info.id}.json")
        return changed

    def delete(self, run_id: str) -> RunInfo:
        """Delete a run; `recover` brings it back for a day.

        Raises:
            NotFound: there is no such run.
            StoreError: it still goes on.
        """
        info = self.info(run_id)
        if info.outcome == RUNNING:
            raise StoreError("This run still goes on; stop it before deleting it.")
        self.trash.mkdir(exist_ok=True)
        self.move(info.id, self.folder, self.trash)
        for suffix in SUFFIXES:
            with contextlib.suppress(OSError):
                os.utime(self.trash / f"{info.id}{suffix}")
        return info

    def recover(self, run_id: str) -> RunInfo:
        """Bring a deleted run back.

        Raises:
            NotFound: it is not among those deleted during the last day.
        """
        deleted = Runs(self.trash)
        info = deleted.info(run_id)
        self.move(info.id, self.trash, self.folder)
        return info

    def move(self, run_id: str, source: Path, target: Path) -> None:
        for suffix in SUFFIXES:
            with contextlib.suppress(FileNotFoundError):
                os.replace(source / f"{run_id}{suffix}", target / f"{run_id}{suffix}")

    def prune(self, kept: int) -> None:
        """Delete the oldest runs beyond `kept`, but never one that has a name or goes on."""
        files = sorted(self.folder.glob("*.json"), reverse=True)
        if len(files) <= kept:
            return
        unnamed = [i for i in self.list() if not i.name and i.outcome != RUNNING]
        for info in unnamed[kept:]:
            self.erase(self.folder, info.id)

    def empty_trash(self) -> None:
        """Forget what was deleted longer than a day ago."""
        for path in self.trash.glob("*.json"):
            if self.clock() - path.stat().st_mtime > TRASH_SECONDS:
                self.erase(self.trash, path.stem)

    def erase(self, folder: Path, run_id: str) -> None:
        for suffix in SUFFIXES:
            (folder / f"{run_id}{suffix}").unlink(missing_ok=True)
