"""No submission can earn a pass, hang the judge, or leave anything behind."""

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest
from msgspec import to_builtins
from msgspec.structs import replace

from tests.judge import (
    submissions_errors,
    submissions_files,
    submissions_line,
    submissions_memory,
    submissions_output,
    submissions_processes,
    submissions_settings,
    submissions_snooping,
    submissions_source,
    submissions_time,
    submissions_values,
    submissions_verdicts,
)
from tests.judge.submissions import RIGHT
from tests.judging import judge, told
from tutor import paths
from tutor.judge import Checker, events, hosting
from tutor.protocol import Failed, Outcome, Records, Status, StatusRequest, Verdict

GROUPS = (
    submissions_verdicts,
    submissions_values,
    submissions_output,
    submissions_time,
    submissions_memory,
    submissions_processes,
    submissions_line,
    submissions_errors,
    submissions_source,
    submissions_files,
    submissions_settings,
    submissions_snooping,
)
ALL = [(group, case) for group in GROUPS for case in group.SUBMISSIONS]
MARGIN = 1.0
"""Seconds by which a limit may be passed."""
DIRECTIONS = {0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}


def parameter(group, case):
    topic = group.__name__.rpartition("_")[2]
    return pytest.param(case, id=f"{topic}-{case.name}")


@pytest.fixture
def double(tiny):
    return tiny.exercise("double")


@pytest.fixture
def belongings(home):
    """Give the learner a draft and a record that a submission might harm."""
    draft = paths.workspace() / "tiny" / "draft.py"
    for path in (draft, paths.store_file()):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("precious")
    yield {"DRAFT": draft, "STORE": paths.store_file()}
    shutil.rmtree(paths.workspace())
    paths.store_file().unlink()


@pytest.fixture
def places(double, belongings, tmp_path):
    """What the words in a source stand for."""
    shared = Path("/dev/shm") / f"dltutor-test-{os.getpid()}"
    yield {
        "HARNESS": double.harness,
        "SOLUTION": double.solution,
        "OUTSIDE": tmp_path / "outside.txt",
        "SHARED": shared,
        **belongings,
    }
    shared.unlink(missing_ok=True)


@pytest.mark.parametrize("case", [parameter(group, case) for group, case in ALL])
def test_hostile_submission(tiny, double, places, case):
    """Each submission gets its own truthful outcome in time, and harms nothing."""
    exercise = tiny.exercise(case.exercise)
    host = host_of(exercise.needs)
    if case.layer and host.layers[case.layer]:
        pytest.skip(f"{case.layer}: {host.layers[case.layer]}")
    before = everything_at(places)
    limits = limits_of(exercise, case)
    request = Checker(tiny, None).request(
        exercise, filled(case.source, places, host), 1, track=case.track
    )
    seconds, verdict = timed_check(
        replace(request, wrong=(), limits=limits), exercise.needs
    )
    late = case.outcome is Outcome.TIMED_OUT
    allowed = case.within or (limits.call_seconds if late else limits.seconds)
    assert verdict.outcome is case.outcome, told(verdict)
    assert case.says in told(verdict)
    assert verdict.outcome is Outcome.PASSED or reasons(verdict)
    assert_clean(to_builtins(verdict))
    assert seconds < allowed + MARGIN
    assert everything_at(places) == before
    assert_settled(exercise.needs)
    assert host_of(exercise.needs).pid == host.pid
    if case.exercise == "double":
        assert judge(tiny, double, RIGHT, 2, diagnose=False)[0].outcome is Outcome.PASSED


def limits_of(exercise, case):
    """Return the exercise's limits, less memory or more time where a case asks for it."""
    limits = exercise.limits
    if case.memory_mib:
        limits = replace(limits, memory_mib=case.memory_mib)
    return replace(limits, call_seconds=3.0) if case.patient else limits


def timed_check(request, toolset):
    """Return how long a check took, and its verdict; nothing else may come of it."""
    start, verdict = time.monotonic(), None
    for event in events(request, toolset):
        assert not isinstance(event, Failed), event.reason
        if isinstance(event, Records):
            assert_clean(event.items)
        elif isinstance(event, Verdict):
            verdict = event
    return time.monotonic() - start, verdict


def filled(source, places, host):
    """Return a source with its words replaced by what they stand for."""
    for word, path in places.items():
        source = source.replace(word, repr(str(path)))
    source = source.replace("'SOCKET'", repr(str(hosting.socket_path("numpy"))))
    return source.replace("HOST", str(host.pid))


def host_of(toolset):
    (status,) = (e for e in events(StatusRequest(), toolset) if isinstance(e, Status))
    return status


def everything_at(places):
    """Return what can be told of the files that a submission must leave alone."""
    found = []
    for name in ("OUTSIDE", "SHARED", "DRAFT", "STORE", "HARNESS"):
        path = places[name]
        if not path.exists():
            found.append((name, None))
            continue
        stat = path.stat()
        facts = (stat.st_mode, stat.st_uid, stat.st_nlink, stat.st_mtime_ns)
        found.append((name, path.read_bytes(), facts, sorted(os.listxattr(path))))
        found.append(sorted(os.listdir(path.parent)))
    return found


def reasons(verdict):
    return verdict.feedback or [case.feedback for case in verdict.cases if case.feedback]


def assert_clean(value):
    """Fail if a text in `value` could move the cursor, colour or turn the screen."""
    if isinstance(value, dict):
        value = [*value, *value.values()]
    if isinstance(value, list):
        for item in value:
            assert_clean(item)
    elif isinstance(value, str):
        assert not [c for c in value if is_control(c)], value


def is_control(character):
    code = ord(character)
    return (
        (code < 32 and character not in "\n\t") or 127 <= code < 160 or code in DIRECTIONS
    )


def assert_settled(toolset):
    """Fail unless only a spare judge, its learner process and its folder are left."""
    scratch = hosting.socket_path(toolset).with_suffix(".scratch")
    pid = host_of(toolset).pid
    until = time.monotonic() + 5
    while time.monotonic() < until:
        if len(below(pid)) <= 2 and len(list(scratch.iterdir())) <= 1:
            return
        time.sleep(0.01)
    pytest.fail(f"left behind: processes {below(pid)}, folders {list(scratch.iterdir())}")


def below(pid):
    """Return all processes started by `pid` and by those."""
    found = []
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except FileNotFoundError:
        return []
    for child in children:
        found += [int(child), *below(child)]
    return found


def test_suite_is_large():
    """Names are unique within their group, and the suite does not shrink."""
    names = [(group.__name__, case.name) for group, case in ALL]
    assert len(set(names)) == len(names) >= 110


def test_checks_go_on_after_all_of_them(tiny, double):
    """A right submission passes after the hostile ones."""
    verdict, _ = judge(tiny, double, RIGHT, 2)
    assert verdict.outcome is Outcome.PASSED


def test_nothing_is_left_behind(tiny, double):
    """After a check there is no process of it and no scratch folder but the spare's."""
    judge(tiny, double, RIGHT, 3)
    assert_settled("numpy")
    assert paths.runtime().exists()


@pytest.fixture
def disposable_host():
    """End the host and its folders afterwards, by means that no depth can stop."""
    yield
    path = hosting.socket_path("numpy")
    if sock := hosting.connect(path):
        sock.close()
        os.kill(host_of("numpy").pid, signal.SIGTERM)
        until = time.monotonic() + 5
        while path.exists() and time.monotonic() < until:
            time.sleep(0.02)
    subprocess.run(["rm", "-rf", path.with_suffix(".scratch")], check=True)


def test_deep_folders_are_deleted(tiny, double, disposable_host):
    """Folders within folders, deeper than Python may recurse, are deleted like others."""
    source = (
        "import os\nfor _ in range(1500):\n    os.mkdir('a')\n    os.chdir('a')\n" + RIGHT
    )
    host = host_of("numpy")
    judge(tiny, double, source, 1, diagnose=False)
    assert_settled("numpy")
    assert host_of("numpy").pid == host.pid


def test_shut_folders_are_deleted(tiny, double, disposable_host):
    """A folder without permissions is deleted like others."""
    source = "import os\nos.makedirs('a/b')\nos.mkdir('a/shut', 0)\n" + RIGHT
    judge(tiny, double, source, 1, diagnose=False)
    assert_settled("numpy")


def test_time_limit_names_the_line(tiny, double):
    """A time-out says which line was running."""
    source = "def double(x):\n    total = 0\n    while True:\n        total += 1\n"
    verdict, _ = judge(tiny, double, source, 1, diagnose=False)
    places = verdict.cases[0].feedback.places
    assert places[-1].line in (3, 4)
    assert "line" in verdict.cases[0].feedback.message


def test_error_points_at_the_learners_line(tiny, double):
    """An exception names type, message and the learner's own line."""
    source = "def double(x):\n    helper = 1\n    return helper / 0\n"
    verdict, _ = judge(tiny, double, source, 1, diagnose=False)
    feedback = verdict.cases[0].feedback
    assert feedback.message.startswith("ZeroDivisionError")
    assert feedback.places[-1].line == 3
    assert feedback.places[-1].text.strip() == "return helper / 0"


def test_error_quotes_the_line_after_a_form_feed(tiny, double):
    """The quoted line is the one that Python counted, whatever else divides lines."""
    source = "mark = '\u2028'\n\x0c\ndef double(x):\n    return x / 0\n"
    verdict, _ = judge(tiny, double, source, 1, diagnose=False)
    assert verdict.cases[0].feedback.places[-1].text.strip() == "return x / 0"


def test_syntax_error_points_at_the_learners_line(tiny, double):
    """A file that does not parse names the line."""
    verdict, _ = judge(tiny, double, "x = 1\ndef double(x)\n    return x\n", 1)
    assert verdict.outcome is Outcome.NOT_IMPORTABLE
    assert verdict.feedback.places[-1].line == 2


def test_printed_text_is_clean(tiny, double):
    """Escape sequences in what the learner prints never reach the screen."""
    source = (
        "def double(x):\n    print('\\x1b[31mred\\x1b[0m\\x07\\u202e')\n    return 2 * x\n"
    )
    verdict, _ = judge(tiny, double, source, 1)
    assert verdict.cases[0].printed == "red\n"


def test_printed_markup_is_kept_as_text(tiny, double):
    """Brackets are part of what was printed."""
    source = "def double(x):\n    print('[bold]x[/]')\n    return 2 * x\n"
    verdict, _ = judge(tiny, double, source, 1)
    assert verdict.cases[0].printed == "[bold]x[/]\n"


def test_failure_is_shrunk(tiny, double):
    """The failing input shown is a smallest one."""
    verdict, _ = judge(tiny, double, "def double(x):\n    return x\n", 1)
    shown = verdict.cases[1].feedback.arguments[0]
    assert shown.summary == "float64 array (1, 1)"
    assert shown.cells == [["1"]]


def test_same_seed_same_verdict(tiny, double):
    """A replay with the same seed shows the same failure."""
    source = "def double(x):\n    return 2 * x + 1e-3\n"
    first, _ = judge(tiny, double, source, 7)
    second, _ = judge(tiny, double, source, 7)
    assert told(first) == told(second)


def test_hanging_up_ends_a_check(tiny, double):
    """Who hangs up in the middle of an endless call leaves no process behind."""
    request = Checker(tiny, None).request(double, "while True:\n    pass\n", 1)
    stream = events(request, "numpy")
    next(stream)
    stream.close()
    start = time.monotonic()
    assert_settled("numpy")
    assert time.monotonic() - start < 0.9


def test_killed_judge_is_told(tiny, double):
    """A judge that is killed from outside is told as such, and the next check passes."""
    request = Checker(tiny, None).request(double, "while True:\n    pass\n", 1)
    found = []
    for event in events(request, "numpy"):
        if not found:
            (judge_pid, *_) = below(host_of("numpy").pid)
            os.kill(judge_pid, signal.SIGKILL)
        found.append(event)
    assert isinstance(found[-1], Failed)
    assert_settled("numpy")
    verdict, _ = judge(tiny, double, RIGHT, 1)
    assert verdict.outcome is Outcome.PASSED


def test_killed_host_is_replaced(tiny, double):
    """A check after the host was killed starts a new one and passes."""
    os.kill(host_of("numpy").pid, 9)
    verdict, _ = judge(tiny, double, RIGHT, 1)
    assert verdict.outcome is Outcome.PASSED
