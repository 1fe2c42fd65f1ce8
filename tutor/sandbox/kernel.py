"""The few Linux calls that Python does not offer, through ctypes."""

import ctypes
import os
import sys

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_SET_SECCOMP = 22
PR_SET_CHILD_SUBREAPER = 36
PR_SET_NO_NEW_PRIVS = 38

_libc = ctypes.CDLL(None, use_errno=True)


def syscall(number: int, *arguments: object) -> int:
    """Return the result of a raw system call.

    Raises:
        OSError: the kernel refused.
    """
    result = int(_libc.syscall(ctypes.c_long(number), *arguments))
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    return result


def prctl(option: int, *arguments: int | object) -> None:
    """Change an attribute of this process.

    Raises:
        OSError: the kernel refused.
    """
    padded = [*arguments, 0, 0, 0, 0][:4]
    plain = [ctypes.c_ulong(a) if isinstance(a, int) else a for a in padded]
    if _libc.prctl(ctypes.c_int(option), *plain) != 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))


def is_linux() -> bool:
    """Return whether the calls of this module exist here."""
    return sys.platform == "linux"


def die_with_parent(signal_number: int) -> None:
    """Have the kernel send this process `signal_number` when its parent ends."""
    prctl(PR_SET_PDEATHSIG, signal_number)


def adopt_orphans() -> None:
    """Make this process the parent of every descendant whose parent ends."""
    prctl(PR_SET_CHILD_SUBREAPER, 1)


def hide_memory() -> None:
    """Keep other processes of this user from reading this one's memory."""
    prctl(PR_SET_DUMPABLE, 0)


def forbid_new_privileges() -> None:
    """Give up gaining privileges by running programs; needed by the other layers."""
    prctl(PR_SET_NO_NEW_PRIVS, 1)
