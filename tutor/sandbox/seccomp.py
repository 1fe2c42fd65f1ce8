"""Which system calls the learner process may not make.

A deny-list that answers EPERM: allow-lists break numpy and torch. Source: seccomp(2),
Linux kernel documentation "Seccomp BPF"; numbers from the kernel's syscall tables.
"""

import ctypes
import errno
import platform
import struct

from tutor.sandbox import kernel

CLONE_THREAD = 0x10000
SET_MODE_FILTER = 2
ALLOW = 0x7FFF0000
ERRNO = 0x00050000
LOAD, EQUAL, ANY_BIT, MASK, RETURN = 0x20, 0x15, 0x45, 0x54, 0x06
NUMBER, ARCHITECTURE, FIRST_ARGUMENT = 0, 4, 16
X32_BIT = 0x40000000

AUDIT = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}

DENIED = {
    "x86_64": {
        "fork": 57, "vfork": 58, "execve": 59, "execveat": 322, "socket": 41,
        "ptrace": 101, "process_vm_readv": 310, "process_vm_writev": 311,
        "tkill": 200, "rt_sigqueueinfo": 129, "rt_tgsigqueueinfo": 297,
        "pidfd_open": 434, "pidfd_send_signal": 424, "pidfd_getfd": 438,
        "setsid": 112, "setpgid": 109, "setpriority": 141, "sched_setscheduler": 144,
        "sched_setattr": 314, "sched_setparam": 142, "sched_setaffinity": 203,
        "truncate": 76, "memfd_create": 319, "ioprio_set": 251, "setrlimit": 160,
        "chmod": 90, "fchmod": 91, "fchmodat": 268, "fchmodat2": 452,
        "chown": 92, "fchown": 93, "lchown": 94, "fchownat": 260,
        "utime": 132, "utimes": 235, "utimensat": 280, "futimesat": 261,
        "setxattr": 188, "lsetxattr": 189, "fsetxattr": 190,
        "removexattr": 197, "lremovexattr": 198, "fremovexattr": 199,
        "setxattrat": 463, "removexattrat": 466, "file_setattr": 469,
        "io_uring_setup": 425, "io_uring_enter": 426, "io_uring_register": 427,
        "mount": 165, "umount2": 166, "pivot_root": 155, "chroot": 161,
        "unshare": 272, "setns": 308, "open_tree": 428, "move_mount": 429,
        "fsopen": 430, "fsmount": 432, "mount_setattr": 442,
        "shmget": 29, "shmat": 30, "shmctl": 31, "msgget": 68, "msgsnd": 69,
        "msgrcv": 70, "msgctl": 71, "semget": 64, "semop": 65, "semctl": 66,
        "semtimedop": 220, "mq_open": 240, "mq_unlink": 241,
        "bpf": 321, "perf_event_open": 298, "keyctl": 250, "add_key": 248,
        "request_key": 249, "userfaultfd": 323, "init_module": 175,
        "finit_module": 313, "delete_module": 176, "kexec_load": 246, "kexec_file_load": 320,
        "reboot": 169,
        "swapon": 167, "swapoff": 168, "settimeofday": 164, "clock_settime": 227,
        "adjtimex": 159, "clock_adjtime": 305, "sethostname": 170,
        "setdomainname": 171, "acct": 163, "syslog": 103, "ioperm": 173, "iopl": 172,
        "mknod": 133, "mknodat": 259, "open_by_handle_at": 304,
    },
    "aarch64": {
        "execve": 221, "execveat": 281, "socket": 198,
        "ptrace": 117, "process_vm_readv": 270, "process_vm_writev": 271,
        "tkill": 130, "rt_sigqueueinfo": 138, "rt_tgsigqueueinfo": 240,
        "pidfd_open": 434, "pidfd_send_signal": 424, "pidfd_getfd": 438,
        "setsid": 157, "setpgid": 154, "setpriority": 140, "sched_setscheduler": 119,
        "sched_setattr": 274, "sched_setparam": 118, "sched_setaffinity": 122,
        "truncate": 45, "memfd_create": 279, "ioprio_set": 30, "setrlimit": 164,
        "fchmod": 52, "fchmodat": 53, "fchmodat2": 452, "fchown": 55, "fchownat": 54,
        "utimensat": 88, "setxattr": 5, "lsetxattr": 6, "fsetxattr": 7,
        "removexattr": 14, "lremovexattr": 15, "fremovexattr": 16,
        "setxattrat": 463, "removexattrat": 466, "file_setattr": 469,
        "io_uring_setup": 425, "io_uring_enter": 426, "io_uring_register": 427,
        "mount": 40, "umount2": 39, "pivot_root": 41, "chroot": 51, "unshare": 97,
        "setns": 268, "open_tree": 428, "move_mount": 429, "fsopen": 430,
        "fsmount": 432, "mount_setattr": 442,
        "shmget": 194, "shmat": 196, "shmctl": 195, "msgget": 186, "msgctl": 187,
        "msgrcv": 188, "msgsnd": 189, "semget": 190, "semctl": 191, "semtimedop": 192,
        "semop": 193, "mq_open": 180, "mq_unlink": 181,
        "bpf": 280, "perf_event_open": 241, "keyctl": 219, "add_key": 217,
        "request_key": 218, "userfaultfd": 282, "init_module": 105,
        "finit_module": 273, "delete_module": 106, "kexec_load": 104, "kexec_file_load": 294,
        "reboot": 142,
        "swapon": 224, "swapoff": 225, "settimeofday": 170, "clock_settime": 112,
        "adjtimex": 171, "clock_adjtime": 266, "sethostname": 161,
        "setdomainname": 162, "acct": 89, "syslog": 116, "mknodat": 33,
        "open_by_handle_at": 265,
    },
}  # fmt: skip
"""Calls that start programs, reach other processes, the network or shared memory, or change
what a file is beside its contents."""

GUARDED = {
    "x86_64": {
        "clone": 56, "clone3": 435, "kill": 62, "tgkill": 234, "prlimit64": 302,
        "prctl": 157, "fcntl": 72, "ioctl": 16, "socketpair": 53,
    },
    "aarch64": {
        "clone": 220, "clone3": 435, "kill": 129, "tgkill": 131, "prlimit64": 261,
        "prctl": 167, "fcntl": 25, "ioctl": 29, "socketpair": 199,
    },
}  # fmt: skip
"""Calls denied by their arguments."""
SENDS_SIGNALS = {"fcntl": (8, 10, 15), "ioctl": (0x8901, 0x8902)}
"""Commands that name a process to be sent a signal: F_SETOWN, F_SETSIG, F_SETOWN_EX;
FIOSETOWN, SIOCSPGRP."""
STREAM, KIND_OF_SOCKET = 1, 0xF
MAKES_PROCESSES = ("fork", "vfork")


def is_supported() -> bool:
    """Return whether this machine's system calls are known here."""
    return kernel.is_linux() and platform.machine() in AUDIT


def instruction(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("=HBBI", code, if_true, if_false, value)


def refuse(code: int = errno.EPERM) -> bytes:
    return instruction(RETURN, ERRNO | code)


def argument(index: int, high: bool = False) -> bytes:
    """Return the load of one half of a system call's argument."""
    return instruction(LOAD, FIRST_ARGUMENT + 8 * index + (4 if high else 0))


def assemble(own_pid: int, *, processes: bool = False) -> bytes:
    """Return the filter program for this machine.

    Args:
        own_pid: the one process that may be signalled.
        processes: allow fork and clone (for exercises on loader workers).
    """
    machine = platform.machine()
    guarded = GUARDED[machine]
    program = [
        instruction(LOAD, ARCHITECTURE),
        instruction(EQUAL, AUDIT[machine], 1, 0),
        refuse(),
        instruction(LOAD, NUMBER),
        instruction(ANY_BIT, X32_BIT, 0, 1),
        refuse(),
    ]
    for name, number in DENIED[machine].items():
        if not (processes and name in MAKES_PROCESSES):
            program += [instruction(EQUAL, number, 0, 1), refuse()]
    if not processes:
        program += when(guarded["clone3"], [refuse(errno.ENOSYS)])
        program += when(guarded["clone"], only_with_bit(0, CLONE_THREAD))
    for name in ("kill", "tgkill"):
        program += when(guarded[name], only_equal(0, own_pid))
    program += when(
        guarded["prlimit64"], [argument(2), *zero(), argument(2, True), *zero()]
    )
    program += when(guarded["prctl"], [argument(0), *never(kernel.PR_SET_PDEATHSIG)])
    for name, commands in SENDS_SIGNALS.items():
        refused = [part for command in commands for part in never(command)]
        program += when(guarded[name], [argument(1), *refused])
    program += when(guarded["socketpair"], only_streams())
    program.append(instruction(RETURN, ALLOW))
    return b"".join(program)


def when(number: int, body: list[bytes]) -> list[bytes]:
    """Return `body`, run only for system call `number`, which it then allows."""
    body = [*body, instruction(RETURN, ALLOW)]
    return [instruction(EQUAL, number, 0, len(body)), *body]


def only_with_bit(index: int, bit: int) -> list[bytes]:
    return [argument(index), instruction(ANY_BIT, bit, 1, 0), refuse()]


def only_equal(index: int, value: int) -> list[bytes]:
    return [argument(index), instruction(EQUAL, value, 1, 0), refuse()]


def zero() -> list[bytes]:
    return [instruction(EQUAL, 0, 1, 0), refuse()]


def only_streams() -> list[bytes]:
    """Return the refusal of socket pairs that could send to other sockets by name."""
    kind = [argument(1), instruction(MASK, KIND_OF_SOCKET)]
    return [*kind, instruction(EQUAL, STREAM, 1, 0), refuse()]


def never(value: int) -> list[bytes]:
    return [instruction(EQUAL, value, 0, 1), refuse()]


class Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def install(program: bytes) -> None:
    """Apply the filter to this process, for good.

    Raises:
        OSError: the kernel refused.
    """
    kernel.forbid_new_privileges()
    loaded = Program(len(program) // 8, program)
    kernel.prctl(kernel.PR_SET_SECCOMP, SET_MODE_FILTER, ctypes.byref(loaded))
