"""The host: how processes are made, how requests queue, what is left behind."""

import contextlib
import os
import time
from pathlib import Path

import pytest

from tests.judge import submissions_verdicts
from tests.judge.improvised import Improvised
from tests.judge.submissions import RIGHT
from tests.judge.test_hostile import below
from tests.judging import judge, told
from tutor.judge import events, hosting
from tutor.protocol import Outcome, Plan, Status, StatusRequest, Verdict, dump, load
from tutor.wire.lines import LineBuffer

SLOW = "import time\ndef double(x):\n    time.sleep(0.05)\n    return x + x\n"
ENDLESS = "def double(x):\n    while True: pass\n"


@pytest.fixture
def double(tiny):
    return tiny.exercise("double")


def status(toolset="numpy"):
    (found,) = (e for e in events(StatusRequest(), toolset) if isinstance(e, Status))
    return found


@pytest.fixture
def without_fork(monkeypatch):
    """Processes are fresh interpreters, started ahead and used once."""
    monkeypatch.setenv("DLTUTOR_PROCESSES", "spawn")
    yield
    with contextlib.suppress(ProcessLookupError):
        os.kill(status().pid, 15)


def test_without_fork_verdicts_are_the_same(tiny, double, without_fork):
    """The host says how it makes processes, and judges right, wrong and hostile alike."""
    assert status().processes == "spawn"
    right, _ = judge(tiny, double, RIGHT, 1)
    assert right.outcome is Outcome.PASSED, told(right)
    for path in double.wrong:
        verdict, diagnosis = judge(tiny, double, path.read_text("utf-8"), 1)
        assert verdict.outcome is not Outcome.PASSED
        assert f"wrong_{diagnosis.misconception}" == path.stem
    for case in submissions_verdicts.SUBMISSIONS[:6]:
        verdict, _ = judge(tiny, double, case.source, 1, diagnose=False)
        assert verdict.outcome is case.outcome, told(verdict)


def test_with_fork_is_what_linux_has():
    """Nothing chosen, Linux forks."""
    assert status().processes == "fork"


def opened(tiny, exercise, source):
    """Return a connection on which a check has been asked for."""
    from tutor.judge import Checker

    sock = hosting.connect(hosting.socket_path("numpy"))
    sock.sendall(dump(Checker(tiny, None).request(exercise, source, 1)))
    return sock


def test_ten_checks_at_once_are_served_in_order_of_arrival(tiny, double):
    """Each starts no earlier than those that came two places before it end."""
    status()
    socks = []
    for _ in range(10):
        socks.append(opened(tiny, double, SLOW))
        time.sleep(0.01)
    began, ended = {}, {}
    buffers = {i: LineBuffer(sock) for i, sock in enumerate(socks)}
    for sock in socks:
        sock.settimeout(0.005)
    until = time.monotonic() + 60
    while len(ended) < 10 and time.monotonic() < until:
        for i, buffer in buffers.items():
            with contextlib.suppress(TimeoutError):
                buffer.pending += buffer.sock.recv(1 << 16)
            for event in map(load, buffer.lines()):
                if isinstance(event, Plan):
                    began[i] = time.monotonic()
                elif isinstance(event, Verdict):
                    assert event.outcome is Outcome.PASSED
                    ended[i] = time.monotonic()
    for sock in socks:
        sock.close()
    assert len(ended) == 10
    assert sorted(began, key=began.get) == list(range(10))


def test_hanging_up_ends_the_check_and_its_processes(tiny, double):
    """A client that goes away takes judge and learner process with it."""
    host = status().pid
    sock = opened(tiny, double, ENDLESS)
    buffer = LineBuffer(sock)
    assert isinstance(load(buffer.next_line()), Plan)
    busy = set(below(host))
    sock.close()
    until = time.monotonic() + 5
    while time.monotonic() < until and len(busy & set(below(host))) > 2:
        time.sleep(0.01)
    assert len(busy & set(below(host))) <= 2, "only the spare pair may be left of them"


def test_a_changed_harness_is_read_again(tmp_path):
    """What a spare loaded ahead is used only while the files are the same."""
    passing = "from tutor.harness import case\n@case('a')\ndef a(learner): pass\n"
    exercise = Improvised(tmp_path, passing)
    for _ in range(2):
        assert exercise.check("")[0].outcome is Outcome.PASSED
    exercise.file("harness.py", passing.replace("pass\n", "learner.missing()\n"))
    assert exercise.check("")[0].outcome is Outcome.RAISED


def test_many_checks_leave_nothing(tiny, double):
    """Descriptors, memory and processes of the host are the same after 150 checks."""
    for _ in range(5):
        judge(tiny, double, RIGHT, 1)
    before, files = status(), descriptors(status().pid)
    for i in range(150):
        judge(
            tiny,
            double,
            RIGHT if i % 2 else ENDLESS.replace("True", "False"),
            i,
            diagnose=False,
        )
    after = status()
    assert after.pid == before.pid
    assert after.checks == before.checks + 150
    assert descriptors(after.pid) <= files + 2
    assert after.rss_mib < before.rss_mib + 2
    assert len(below(after.pid)) <= 4


def descriptors(pid):
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))
