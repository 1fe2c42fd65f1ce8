"""Which files the learner process may read and write.

Source: Linux kernel documentation, "Landlock: unprivileged access control".
An allow-list only: what is not named is out of reach.
"""

import ctypes
import os
from collections.abc import Iterable
from pathlib import Path

from tutor.sandbox import kernel

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
RULE_PATH_BENEATH = 1
ASK_VERSION = 1

EXECUTE, WRITE_FILE, READ_FILE, READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
CAN_DENY_TRUNCATE = 3
"""The version before which any file can be emptied by its name."""
REFER, TRUNCATE, IOCTL_DEV = 1 << 13, 1 << 14, 1 << 15
TCP = 0b11
ABSTRACT_SOCKETS_AND_SIGNALS = 0b11
READ = EXECUTE | READ_FILE | READ_DIR
OF_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEV


class RulesetAttributes(ctypes.Structure):
    _fields_ = (
        ("handled_access_fs", ctypes.c_uint64),
        ("handled_access_net", ctypes.c_uint64),
        ("scoped", ctypes.c_uint64),
    )


class PathBeneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed_access", ctypes.c_uint64), ("parent_fd", ctypes.c_int32))


def version() -> int:
    """Return the kernel's Landlock version; 0 where there is none."""
    if not kernel.is_linux():
        return 0
    try:
        return kernel.syscall(CREATE_RULESET, None, ctypes.c_size_t(0), ASK_VERSION)
    except OSError:
        return 0


def handled(abi: int) -> RulesetAttributes:
    """Return all that a kernel of version `abi` can deny."""
    access = (1 << 13) - 1
    for bit, since in ((REFER, 2), (TRUNCATE, 3), (IOCTL_DEV, 5)):
        if abi >= since:
            access |= bit
    net = TCP if abi >= 4 else 0
    scoped = ABSTRACT_SOCKETS_AND_SIGNALS if abi >= 6 else 0
    return RulesetAttributes(access, net, scoped)


def restrict(readable: Iterable[Path], writable: Iterable[Path]) -> None:
    """Confine this process to the given files and folders, for good.

    Paths that do not exist are passed over.

    Raises:
        OSError: the kernel refused.
    """
    abi = version()
    attributes = handled(abi)
    size = {1: 8, 2: 8, 3: 8, 4: 16, 5: 16}.get(abi, 24)
    ruleset = kernel.syscall(
        CREATE_RULESET, ctypes.byref(attributes), ctypes.c_size_t(size), 0
    )
    try:
        for path in readable:
            allow(ruleset, path, READ & attributes.handled_access_fs)
        for path in writable:
            allow(ruleset, path, attributes.handled_access_fs & ~EXECUTE)
        kernel.forbid_new_privileges()
        kernel.syscall(RESTRICT_SELF, ruleset, 0)
    finally:
        os.close(ruleset)


def allow(ruleset: int, path: Path, access: int) -> None:
    """Add the rule that `access` is granted at and below `path`."""
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        if not path.is_dir():
            access &= OF_FILES
        rule = PathBeneath(access, descriptor)
        kernel.syscall(ADD_RULE, ruleset, RULE_PATH_BENEATH, ctypes.byref(rule), 0)
    finally:
        os.close(descriptor)
