"""Resource limits of the learner process.

Source: getrlimit(2). The address-space limit is relative to what the process has when it is
set: an absolute one kills torch, and with a relative one the learner gets a `MemoryError`
with a line number instead of a kill.
"""

import resource

FILE_BYTES = 64 << 20
"""Longest file the learner may write."""
OPEN_FILES = 256


def address_space(pid: int) -> int:
    """Return the size of a process's address space in bytes."""
    with open(f"/proc/{pid}/statm", encoding="ascii") as statm:
        return int(statm.read().split()[0]) * resource.getpagesize()


def limit_memory(pid: int, budget_mib: int) -> None:
    """Allow process `pid` that much more address space than it has now."""
    total = address_space(pid) + (budget_mib << 20)
    resource.prlimit(pid, resource.RLIMIT_AS, (total, total))


def limit_files() -> None:
    """Bound the size of written files and the number of open ones; write no core."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (FILE_BYTES, FILE_BYTES))
    resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN_FILES, OPEN_FILES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
