"""Each layer stops what it claims, and without it the attack succeeds."""

import contextlib
import ctypes
import errno
import mmap
import os
import platform
import resource
import signal
import socket
import time
from pathlib import Path

import numpy as np
import pytest

from tests.judging import judge
from tests.sandbox.confining import outcome
from tutor.harness import assert_close
from tutor.harness.checks import CheckFailed
from tutor.protocol import Limits, Outcome
from tutor.sandbox import kernel, landlock, layers, limits
from tutor.worker.pair import spawn_learner

OFFERED = layers.offered()
LIBC = ctypes.CDLL(None, use_errno=True)
X86 = platform.machine() == "x86_64"


def needs(layer):
    return pytest.mark.skipif(bool(OFFERED[layer]), reason=f"{layer}: {OFFERED[layer]}")


def needs_landlock(abi, what):
    return pytest.mark.skipif(
        landlock.version() < abi, reason=f"this kernel's Landlock cannot deny {what}"
    )


@pytest.fixture
def scratch(tmp_path):
    folder = tmp_path / "scratch"
    folder.mkdir()
    return folder


@pytest.fixture
def victim(tmp_path):
    """A file outside the scratch folder."""
    path = tmp_path / "victim.txt"
    path.write_text("precious")
    return path


def checked(result):
    """Raise the error of a C call that failed."""
    if result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result


# split: values are compared in another process


FORGERY = "import numpy as np\nnp.isclose = lambda *a, **k: np.array(True)\n"
WRONG = FORGERY + "def double(x):\n    return 0.0 * x\n"


def test_split_keeps_the_verdict(tiny, scratch):
    """A patched comparison earns a pass in the judge's process, and none beside it."""

    def together():
        space = {}
        exec(WRONG, space)
        assert_close(space["double"](3.0), 6.0)

    assert outcome(together, (), scratch) == "done"
    verdict, _ = judge(tiny, tiny.exercise("double"), WRONG, 1, diagnose=False)
    assert verdict.outcome is Outcome.FAILED
    with contextlib.closing(spawn_learner(scratch, frozenset(), None)) as session:
        session.begin(Limits())
        session.load(WRONG, "double.py", ("double",), 0, ())
        value = session.request("call", (3.0,), name="double")
    with pytest.raises(CheckFailed):
        assert_close(value, 6.0)


# deadlines: an endless call is ended


LOOP = "def double(x):\n    while True:\n        pass\n"


def test_deadlines_end_a_loop(scratch):
    """A loop is ended when its time is over, and runs on without a deadline."""
    with contextlib.closing(spawn_learner(scratch, frozenset(), None)) as session:
        session.begin(Limits(seconds=60, call_seconds=0.3))
        session.load(LOOP, "double.py", ("double",), 0, ())
        start = time.monotonic()
        with pytest.raises(Exception, match=r"Still running after 0\.3 seconds"):
            session.request("call", (3.0,), name="double")
        assert time.monotonic() - start < 1.3
        with pytest.raises(ChildProcessError):
            os.waitpid(session.process.pid, os.WNOHANG)
    with contextlib.closing(spawn_learner(scratch, frozenset(), None)) as session:
        session.begin(Limits())
        session.load(LOOP, "double.py", ("double",), 0, ())
        session.channel.send({"op": "call", "name": "double", "args": ["l", [3]],
                              "kwargs": ["d", []]}, [])  # fmt: skip
        time.sleep(0.5)
        assert os.waitpid(session.process.pid, os.WNOHANG) == (0, 0)


# limits


def write_much():
    with Path("much").open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, limits.FILE_BYTES + 1)


def open_much():
    for _ in range(limits.OPEN_FILES + 1):
        os.dup(0)


def in_scratch(scratch, attack):
    os.chdir(scratch)
    resource.setrlimit(
        resource.RLIMIT_NOFILE,
        (1024, resource.getrlimit(resource.RLIMIT_NOFILE)[1]),
    )
    attack()


@needs("limits")
@pytest.mark.parametrize("attack", [write_much, open_much])
def test_limits_bound_files(scratch, attack):
    """Large files and many open ones are refused."""

    def confined():
        layers.apply("limits", scratch)
        os.chdir(scratch)
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        attack()

    assert outcome(confined, (), scratch).startswith("OSError")
    assert outcome(in_scratch, (), scratch, (scratch, attack)) == "done"


@needs("limits")
def test_limits_bound_memory(scratch):
    """Memory beyond the budget is refused with an exception."""

    def confined(budget):
        if budget:
            limits.limit_memory(os.getpid(), budget)
        mmap.mmap(-1, 256 << 20).close()
        assert bytes(256 << 20)

    assert "annot allocate" in outcome(confined, (), scratch, (128,))
    assert outcome(confined, (), scratch, (0,)) == "done"


@needs("limits")
def test_limits_leave_no_core(scratch):
    """A crash leaves no image of the process."""

    def most():
        assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)

    def raised():
        hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
        resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
        assert resource.getrlimit(resource.RLIMIT_CORE) == (hard, hard)

    assert outcome(most, {"limits"}, scratch) == "done"
    assert outcome(raised, (), scratch) == "done"


# orphans


@needs("orphans")
@pytest.mark.parametrize("active", [frozenset({"orphans"}), frozenset()])
def test_orphans_end_with_their_judge(scratch, active):
    """A learner process dies with its judge, and lives on without the layer."""
    read, write = os.pipe()
    judge_process = os.fork()
    if judge_process == 0:
        ready_read, ready_write = os.pipe()
        learner = os.fork()
        if learner == 0:
            layers.confine(scratch, active)
            os.write(ready_write, b"x")
            time.sleep(30)
            os._exit(0)
        os.read(ready_read, 1)
        os.write(write, str(learner).encode())
        os._exit(0)
    os.waitpid(judge_process, 0)
    learner = int(os.read(read, 20))
    try:
        until = time.monotonic() + (2 if active else 0.3)
        while time.monotonic() < until and is_running(learner):
            time.sleep(0.01)
        assert is_running(learner) is not bool(active)
    finally:
        with contextlib.suppress(ProcessLookupError):
            if not active:
                os.kill(learner, signal.SIGKILL)
        os.close(read)
        os.close(write)


def is_running(pid):
    """Return whether a process runs; one that waits to be collected does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


# files


def read_file(path):
    path.read_text()


def write_file(path):
    path.with_name("new.txt").write_text("x")


def append(path):
    with path.open("a") as file:
        file.write("x")


def truncate(path):
    os.truncate(path, 0)


def delete(path):
    path.unlink()


def rename(path):
    path.rename(path.with_name("other.txt"))


def move_in(path, scratch):
    path.rename(scratch / "mine.txt")


def move_out(path, scratch):
    (scratch / "mine.txt").write_text("x")
    (scratch / "mine.txt").rename(path.with_name("new.txt"))


def hard_link(path, scratch):
    (scratch / "mine.txt").hardlink_to(path)


def through_a_link(path, scratch):
    (scratch / "mine.txt").symlink_to(path)
    (scratch / "mine.txt").write_text("x")


def list_folder(path):
    os.listdir(path.parent)


def make_folder(path):
    path.with_name("folder").mkdir()


def pipe_outside(path):
    os.mkfifo(path.with_name("pipe"))


def other_process(path):
    Path("/proc/1/status").read_text()


def shared_memory(path):
    name = Path(f"/dev/shm/dltutor-test-{os.getpid()}")
    name.write_text("x")
    name.unlink()


FILE_ATTACKS = [
    read_file, write_file, append, delete, rename, list_folder, make_folder, pipe_outside,
    other_process, shared_memory,
    pytest.param(truncate, marks=needs_landlock(3, "cutting files by name")),
]  # fmt: skip


@needs("files")
@pytest.mark.parametrize("attack", FILE_ATTACKS)
def test_files_keeps_to_the_scratch_folder(scratch, victim, attack):
    """Nothing outside of the scratch folder is read or changed."""
    assert "Permission" in outcome(attack, {"files"}, scratch, (victim,))
    assert victim.read_text() == "precious"
    assert sorted(os.listdir(victim.parent)) == ["scratch", "victim.txt"]
    assert outcome(attack, (), scratch, (victim,)) == "done"


@needs("files")
@pytest.mark.parametrize("attack", [move_in, move_out, hard_link, through_a_link])
def test_files_keeps_what_is_moved(scratch, victim, attack):
    """Nothing is moved or linked in or out."""
    assert "Error" in outcome(attack, {"files"}, scratch, (victim, scratch))
    assert victim.read_text() == "precious"
    for path in scratch.iterdir():
        path.unlink()
    assert outcome(attack, (), scratch, (victim, scratch)) == "done"


@needs("files")
def test_files_leaves_what_code_needs(scratch):
    """The interpreter, its packages, its own process and the scratch folder stay open."""

    def work():
        Path(os.__file__).read_text()
        Path("/proc/self/maps").read_text()
        Path("/dev/null").write_text("x")
        (scratch / "a").mkdir()
        (scratch / "a" / "b").write_text("x")
        (scratch / "a" / "b").rename(scratch / "c")

    assert outcome(work, {"files"}, scratch) == "done"


@needs("files")
@needs_landlock(4, "TCP")
def test_files_denies_tcp(scratch):
    """No connection is made even where sockets can be."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        where = server.getsockname()

        def connect():
            socket.create_connection(where, 1).close()

        assert "Permission" in outcome(connect, {"files"}, scratch)
        assert outcome(connect, (), scratch) == "done"


@needs("files")
@needs_landlock(6, "abstract sockets and signals")
def test_files_denies_abstract_sockets(scratch):
    """No abstract socket of another process is reached."""
    with socket.socket(socket.AF_UNIX) as server:
        name = f"\0dltutor-test-{os.getpid()}"
        server.bind(name)
        server.listen()

        def connect():
            with socket.socket(socket.AF_UNIX) as sock:
                sock.connect(name)

        assert "not permitted" in outcome(connect, {"files"}, scratch)
        assert outcome(connect, (), scratch) == "done"


def signal_by_socket(pid, number):
    """Have news of a socket sent to a process as a signal."""
    import fcntl

    one, other = socket.socketpair()
    fcntl.fcntl(one, fcntl.F_SETOWN, pid)
    fcntl.fcntl(one, 10, number)  # F_SETSIG
    fcntl.fcntl(one, fcntl.F_SETFL, fcntl.fcntl(one, fcntl.F_GETFL) | os.O_ASYNC)
    other.send(b"x")


@pytest.fixture
def heard():
    """Collect the SIGUSR2 that come to this process."""
    found = []
    before = signal.signal(signal.SIGUSR2, lambda *_: found.append(1))
    yield found
    signal.signal(signal.SIGUSR2, before)


@needs("files")
@needs_landlock(6, "abstract sockets and signals")
@pytest.mark.parametrize("attack", [os.kill, signal_by_socket])
def test_files_denies_signals(scratch, heard, attack):
    """No signal reaches a process outside, by whatever call."""
    arguments = (os.getpid(), signal.SIGUSR2)
    outcome(attack, {"files"}, scratch, arguments)
    assert not heard
    assert outcome(attack, (), scratch, arguments) == "done"
    assert heard


def test_files_are_not_opened_by_a_link(tmp_path):
    """The program is left out although an environment links its lib64 to its lib."""
    packages = tmp_path / "lib" / "python3" / "site-packages"
    own = packages / "tutor"
    (own / "_course").mkdir(parents=True)
    (packages / "numpy").mkdir()
    (tmp_path / "lib64").symlink_to("lib")
    found = layers.without(tmp_path, own)
    assert packages / "numpy" in found
    assert not [path for path in found if path.resolve() in (own, *own.parents)]


def test_libraries_are_readable_wherever_they_come_from():
    """Torch imports parts of itself late, for example to print or to save a tensor."""
    packages = Path(np.__file__).resolve().parents[1]
    roots = layers.readable()
    assert any(
        root in ((packages / "torch"), *(packages / "torch").parents) for root in roots
    )


@needs("files")
def test_files_hides_the_course_of_an_installed_program(tmp_path, scratch):
    """Solutions in site-packages cannot be read by way of lib64."""
    own = tmp_path / "venv" / "lib" / "tutor"
    own.mkdir(parents=True)
    (own / "solution.py").write_text("x")
    (tmp_path / "venv" / "lib64").symlink_to("lib")
    readable = layers.without(tmp_path / "venv", own)

    def snoop(confined):
        if confined:
            landlock.restrict(readable, [scratch])
        (own / "solution.py").read_text()

    assert outcome(snoop, (), scratch, (False,)) == "done"
    assert "Permission" in outcome(snoop, (), scratch, (True,))


@needs("files")
@needs("calls")
def test_older_kernels_keep_files_from_being_emptied(scratch, victim):
    """All layers together protect files where Landlock cannot yet deny cutting them."""

    def on_an_older_kernel(active):
        landlock.version = lambda: min(2, real)
        layers.confine(scratch, active)
        os.truncate(victim, 0)

    real = landlock.version()
    stopped = outcome(on_an_older_kernel, (), scratch, ({"files", "calls"},))
    assert victim.read_text() == "precious"
    assert "not permitted" in stopped


# calls


def fork():
    if os.fork() == 0:
        os._exit(0)


def run_program():
    os.execv("/bin/true", ["true"])


def open_socket():
    socket.socket().close()


def open_datagram_socket():
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()


def signal_parent():
    os.kill(os.getppid(), 0)


def signal_by_descriptor():
    signal.pidfd_send_signal(os.pidfd_open(os.getppid()), 0)


def signal_thread():
    number = {"x86_64": 234, "aarch64": 131}[platform.machine()]
    kernel.syscall(number, os.getppid(), os.getppid(), 0)


def new_session():
    os.setsid()


def lower_priority():
    os.setpriority(os.PRIO_PROCESS, os.getppid(), 0)


def reschedule():
    os.sched_setscheduler(os.getppid(), os.SCHED_OTHER, os.sched_param(0))


def own_limits():
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def limits_of_another():
    number, amount = resource.RLIMIT_CORE, resource.getrlimit(resource.RLIMIT_CORE)
    resource.prlimit(os.getppid(), number, amount)


def cut_the_tie():
    kernel.prctl(kernel.PR_SET_PDEATHSIG, 0)


def shared_segment():
    segment = checked(LIBC.shmget(0, 4096, 0o1600))
    checked(LIBC.shmctl(segment, 0, None))


def message_queue():
    name = f"/dltutor-test-{os.getpid()}".encode()
    checked(LIBC.mq_open(name, os.O_CREAT | os.O_RDWR, 0o600, None))
    checked(LIBC.mq_unlink(name))


def nested_ring():
    parameters = ctypes.create_string_buffer(120)
    kernel.syscall(425, 1, parameters)


def keyring():
    number = {"x86_64": 250, "aarch64": 219}[platform.machine()]
    kernel.syscall(number, 0, ctypes.c_long(-3), 1)


def read_memory():
    room = ctypes.create_string_buffer(8)
    part = (ctypes.c_size_t * 2)(ctypes.addressof(room), 8)
    checked(LIBC.process_vm_readv(os.getpid(), part, 1, part, 1, 0))


def by_the_old_table():
    """Make a call by the numbers of 32-bit programs."""
    code = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    code.write(b"\xb8\x14\x00\x00\x00\xcd\x80\xc3")  # getpid
    start = ctypes.addressof(ctypes.c_char.from_buffer(code))
    found = ctypes.CFUNCTYPE(ctypes.c_int)(start)()
    if found == -errno.EPERM:
        raise PermissionError(errno.EPERM, "Operation not permitted")
    assert found == os.getpid()


CALLS = [
    fork, run_program, open_socket, open_datagram_socket, signal_parent,
    signal_by_descriptor, signal_thread, new_session, lower_priority, reschedule,
    own_limits, limits_of_another, cut_the_tie, shared_segment, message_queue, nested_ring,
    keyring, read_memory,
    pytest.param(by_the_old_table,
                 marks=pytest.mark.skipif(not X86, reason="there is one table only")),
]  # fmt: skip


@needs("calls")
@pytest.mark.parametrize("attack", CALLS)
def test_calls_refuses(scratch, attack):
    """What the filter names is refused, and is possible without it."""
    if (without := outcome(attack, (), scratch)) != "done":
        pytest.skip(f"not possible on this machine: {without}")
    stopped = outcome(attack, {"calls"}, scratch)
    assert "not permitted" in stopped or "not allowed" in stopped


def change_mode(path):
    path.chmod(0)


def change_owner(path):
    os.chown(path, os.getuid(), os.getgid())


def change_time(path):
    os.utime(path, (0, 0))


def change_attribute(path):
    os.setxattr(path, "user.dltutor", b"x")


def change_attribute_anew(path):
    """Use the call that came with Linux 6.13."""
    value = ctypes.create_string_buffer(b"x", 1)
    arguments = (ctypes.c_uint64 * 2)(ctypes.addressof(value), 1)
    kernel.syscall(463, -100, str(path).encode(), 0, b"user.dltutor", arguments,
                   ctypes.c_size_t(16))  # fmt: skip


def make_pipe(path):
    os.mkfifo(path.with_name("pipe"))


OUTSIDE_CALLS = [
    change_mode, change_owner, change_time, change_attribute, make_pipe,
    change_attribute_anew,
]  # fmt: skip


@needs("calls")
@pytest.mark.parametrize("attack", OUTSIDE_CALLS)
def test_calls_keeps_what_files_are(scratch, victim, attack):
    """Mode, owner, times and attributes of files stay; Landlock does not cover them."""
    if (without := outcome(attack, (), scratch, (victim,))) != "done":
        pytest.skip(f"not possible on this machine: {without}")
    if victim.with_name("pipe").exists():
        victim.with_name("pipe").unlink()
    assert "not permitted" in outcome(attack, {"calls"}, scratch, (victim,))


@needs("calls")
def test_calls_leaves_what_code_needs(scratch):
    """Threads, its own signals, memory and socket pairs are allowed."""

    def work():
        import threading

        thread = threading.Thread(target=lambda: None)
        thread.start()
        thread.join()
        os.kill(os.getpid(), 0)
        mmap.mmap(-1, 1 << 20).close()
        socket.socketpair()[0].close()
        resource.getrlimit(resource.RLIMIT_AS)

    assert outcome(work, {"calls"}, scratch) == "done"


@needs("calls")
def test_calls_refuses_signals_by_socket(scratch, heard):
    """The filter alone keeps signals from other processes, as it says."""
    outcome(signal_by_socket, {"calls"}, scratch, (os.getpid(), signal.SIGUSR2))
    assert not heard


@needs("files")
@needs("calls")
def test_no_datagram_leaves(scratch, tmp_path):
    """Nothing is sent to a named socket, such as that of the system's log."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as server:
        server.bind(str(tmp_path / "log"))
        server.setblocking(False)

        def send():
            pair = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
            pair[0].sendto(b"x", str(tmp_path / "log"))

        outcome(send, {"files", "calls"}, scratch)
        with pytest.raises(BlockingIOError):
            server.recv(10)


@needs("files")
@needs("calls")
def test_no_other_process_is_moved(scratch):
    """Other processes keep their processors."""
    before = os.sched_getaffinity(0)
    if len(before) < 2:
        pytest.skip("there is one processor only")
    try:
        outcome(os.sched_setaffinity, {"files", "calls"}, scratch,
                (os.getpid(), {min(before)}))  # fmt: skip
        assert os.sched_getaffinity(0) == before
    finally:
        os.sched_setaffinity(0, before)


@needs("files")
@needs("calls")
def test_no_shared_segment_is_deleted(scratch):
    """Shared memory of other programs stays."""
    segment = checked(LIBC.shmget(0, 4096, 0o1600))
    room = ctypes.create_string_buffer(256)
    try:
        outcome(lambda: checked(LIBC.shmctl(segment, 0, None)), {"files", "calls"}, scratch)
        checked(LIBC.shmctl(segment, 2, room))
    finally:
        LIBC.shmctl(segment, 0, None)


@needs("files")
@needs("calls")
def test_no_message_queue_is_deleted(scratch):
    """Message queues of other programs stay."""
    name = f"/dltutor-test-{os.getpid()}".encode()
    if (queue := LIBC.mq_open(name, os.O_CREAT | os.O_RDWR, 0o600, None)) < 0:
        pytest.skip("there are no message queues here")
    os.close(queue)
    try:
        outcome(lambda: checked(LIBC.mq_unlink(name)), {"files", "calls"}, scratch)
        os.close(checked(LIBC.mq_open(name, os.O_RDWR)))
    finally:
        LIBC.mq_unlink(name)


@needs("limits")
@needs("calls")
def test_nameless_files_count_as_memory(scratch):
    """Memory beyond the budget is refused in nameless files as well."""

    def bomb():
        limits.limit_memory(os.getpid(), 64)
        layers.confine(scratch, frozenset({"limits", "files", "calls"}))
        for _ in range(4):
            os.posix_fallocate(os.memfd_create("x"), 0, 48 << 20)

    assert outcome(bomb, (), scratch) != "done"
