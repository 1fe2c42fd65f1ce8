"""All layers together: what this machine offers, and their application to a process."""

import os
import signal
import site
import sys
import sysconfig
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from tutor.sandbox import kernel, landlock, limits, seccomp

SYSTEM = ("/usr", "/lib", "/lib64", "/etc", "/sys/devices/system/cpu", "/opt")
PROC = ("/proc/cpuinfo", "/proc/meminfo", "/proc/stat", "/proc/self", "/proc/sys/vm")
DEVICES = ("/dev/urandom", "/dev/random", "/dev/zero")


@dataclass(frozen=True, slots=True)
class Layer:
    """One means of confinement, and what it keeps from happening."""

    name: str
    stops: str
    available: Callable[[], str]
    """Returns why the layer cannot be had here; empty when it can."""


def no_linux() -> str:
    return "" if kernel.is_linux() else "needs Linux"


def no_landlock() -> str:
    version = landlock.version()
    if version and (version >= landlock.CAN_DENY_TRUNCATE or seccomp.is_supported()):
        return ""
    return "needs Linux 5.13 or newer (6.2 without the layer calls) with Landlock on"


def no_seccomp() -> str:
    return "" if seccomp.is_supported() else "needs Linux on x86_64 or aarch64"


LAYERS = (
    Layer("split", "reading or forging the verdict", lambda: ""),
    Layer("deadlines", "endless loops and hangs", lambda: ""),
    Layer("limits", "memory, file and descriptor bombs", no_linux),
    Layer("orphans", "processes that outlive a check", no_linux),
    Layer("files", "reading or writing files outside the scratch folder", no_landlock),
    Layer("calls", "new programs, network, signals, changed modes", no_seccomp),
)
"""In the order in which they are described to people."""


def offered() -> dict[str, str]:
    """Return each layer's name with why it is missing; empty text for an active one."""
    return {layer.name: probe(layer) for layer in LAYERS}


def probe(layer: Layer) -> str:
    """Return why `layer` cannot be applied, having tried in a child process."""
    reason = layer.available()
    if reason or layer.name not in ("files", "calls", "limits", "orphans"):
        return reason
    child = os.fork()
    if child == 0:
        try:
            apply(layer.name, Path("/tmp"))
            os._exit(0)
        except BaseException:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    return "" if status == 0 else "the kernel refuses it here"


def apply(name: str, scratch: Path) -> None:
    """Apply one layer to this process, for good."""
    if name == "limits":
        limits.limit_files()
    elif name == "orphans":
        kernel.die_with_parent(signal.SIGKILL)
    elif name == "files":
        landlock.restrict(readable(), [scratch, Path("/dev/null")])
    elif name == "calls":
        seccomp.install(seccomp.assemble(os.getpid()))


def confine(scratch: Path, active: frozenset[str]) -> None:
    """Apply every layer in `active` to this process, for good.

    Raises:
        OSError: a layer that the probe found cannot be applied; never passed over.
    """
    for layer in LAYERS:
        if layer.name in active:
            apply(layer.name, scratch)


@lru_cache
def readable() -> tuple[Path, ...]:
    """Return what code needs to run: the interpreter, its packages, the system.

    The tutor and its course are left out entry by entry, so that solutions and harnesses
    are out of reach however they were installed.
    """
    own = Path(__file__).resolve().parents[1]
    found = [Path(p) for p in (*PROC, *DEVICES)]
    roots = {*SYSTEM, sys.prefix, sys.base_prefix, *site.getsitepackages()}
    roots |= set(sysconfig.get_paths().values())
    # Libraries may come from elsewhere, by a .pth file or PYTHONPATH, and import parts of
    # themselves late.
    roots.add(str(Path(np.__file__).parents[1]))
    for root in sorted({Path(r).resolve() for r in roots}):
        found += without(root, own)
    return tuple(found)


def without(root: Path, left_out: Path) -> list[Path]:
    """Return `root`, a real path, or the entries below it that cover all but `left_out`."""
    real = root.resolve()
    if real == left_out or left_out in real.parents:
        return []
    if real not in left_out.parents:
        return [root] if root.exists() else []
    if real != root:
        return []  # a link to a folder around it, such as lib64: that folder's own entry counts
    return [path for entry in sorted(root.iterdir()) for path in without(entry, left_out)]
