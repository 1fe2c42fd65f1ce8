"""Finding the warm host, and starting it when there is none."""

import fcntl
import hashlib
import os
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tutor import paths
from tutor.errors import HostError

if TYPE_CHECKING:
    import subprocess

START_SECONDS = 90.0
"""Longest wait for a host; importing torch from a cold disk on a slow machine."""
SINGLE_THREADED = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS"),
    "1",
)
INHERITED = (
    "PATH",
    "HOME",
    "LANG",
    "LC_",
    "PYTHON",
    "VIRTUAL_ENV",
    "LD_LIBRARY_PATH",
    "TMPDIR",
)
"""What the host needs of the environment. The kernel shows the rest of it to every fork,
learner processes too, whatever they do to their own."""
PACKAGE = Path(__file__).resolve().parents[1]

_started: "list[subprocess.Popen[bytes]]" = []
"""Hosts outlive the app on purpose; keeping their handles keeps Python from complaining."""


def socket_path(toolset: str) -> Path:
    """Return where the host of this very code and interpreter listens.

    Another version of the program has another socket, so that it starts a host of its own
    and the old one ends when idle.
    """
    newest = newest_change(str(PACKAGE))
    identity = f"{sys.executable} {PACKAGE} {newest} {sys.version} {processes()}"
    digest = hashlib.sha256(identity.encode()).hexdigest()[:12]
    return paths.runtime() / f"{toolset}-{digest}.sock"


def processes() -> str:
    """Return how the host makes processes: ``fork`` on Linux, else ``spawn``.

    The environment variable ``DLTUTOR_PROCESSES`` overrides it.
    """
    default = "fork" if sys.platform == "linux" else "spawn"
    return os.environ.get("DLTUTOR_PROCESSES", default)


def newest_change(folder: str) -> int:
    """Return when a Python file below `folder` last changed, in nanoseconds."""
    newest = 0
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                newest = max(newest, entry.stat().st_mtime_ns)
            elif entry.is_dir() and entry.name not in ("__pycache__", "_course"):
                newest = max(newest, newest_change(entry.path))
    return newest


def connect(path: Path) -> socket.socket | None:
    """Return a connection to the host behind `path`; None when nobody listens."""
    sock = socket.socket(socket.AF_UNIX)
    try:
        sock.connect(str(path))
    except OSError:
        sock.close()
        return None
    return sock


def start(path: Path, toolset: str) -> None:
    """Start a host unless another process has just done so.

    A lock file keeps two apps from starting two hosts.
    """
    with locked(path.with_suffix(".lock")):
        if (sock := connect(path)) is not None:
            sock.close()
        else:
            launch(path, toolset)


def launch(path: Path, toolset: str) -> None:
    """Start the host process and wait until it listens."""
    import subprocess

    log = paths.host_log(toolset)
    log.parent.mkdir(parents=True, exist_ok=True)
    inherited = {k: v for k, v in os.environ.items() if k.startswith(INHERITED)}
    environment = {**inherited, **SINGLE_THREADED, "MALLOC_ARENA_MAX": "2"}
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "tutor.worker.host", str(path), toolset, processes()],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
            env=environment,
            cwd="/",
        )
    _started.append(process)
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        if (sock := connect(path)) is not None:
            sock.close()
            return
        if process.poll() is not None:
            raise HostError(f"The checking process ended at once:\n{tail(log)}")
        time.sleep(0.01)
    process.kill()
    raise HostError(f"The checking process did not start:\n{tail(log)}")


def tail(log: Path) -> str:
    """Return the end of a host's log, for an error message."""
    lines = log.read_text(errors="replace").strip().splitlines()[-6:]
    return "\n".join(lines) or f"(nothing was written to {paths.display(log)})"


@contextmanager
def locked(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
