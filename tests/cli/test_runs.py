"""``dltutor runs`` and what ``dltutor run`` keeps."""

import contextlib
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tutor import paths
from tutor.cli import FAILED, PASSED, USAGE, run
from tutor.runs import Runs

TINY = str(Path(__file__).parents[1] / "tiny_course")
SOURCE = """
from tutor import track

def double(x):
    for step in range(200):
        track.scalar("loss", float("nan") if step > 100 else 1 / (step + 1), step)
    return 2 * x
"""
ENDLESS = SOURCE.replace("range(200)", "range(10**9)")


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    """A home of its own, so that only this test's runs are in it."""
    monkeypatch.setenv("DLTUTOR_HOME", str(tmp_path))
    run_quietly("start", "tiny/double")
    path = next((tmp_path / "workspace").rglob("double.py"))
    path.write_text(SOURCE, encoding="utf-8")
    return path


def run_quietly(*words):
    """Run a command; return its exit code and its JSON document."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run(["--course", TINY, *words, "--json"])
    lines = out.getvalue().splitlines()
    return code, json.loads(lines[-1]) if lines else err.getvalue()


def test_a_run_is_kept_and_says_its_findings(workspace):
    """The document names the run and the diagnoses; the run has both."""
    code, document = run_quietly("run", "tiny/double", "--seed", "5")
    assert code in (PASSED, FAILED)
    assert {f["name"] for f in document["findings"]} == {"non_finite"}
    _, listed = run_quietly("runs")
    assert [(r["id"], r["seed"], r["findings"]) for r in listed] == [
        (document["run"], 5, ["non_finite"])
    ]
    _, shown = run_quietly("runs", "show", "last")
    assert shown["kept"]["scalar"] > 100
    assert shown["outcome"] == document["outcome"]


def test_a_run_of_another_file_is_not_kept(workspace):
    """With --file nothing is recorded."""
    _, document = run_quietly("run", "tiny/double", "--file", str(workspace))
    assert document["run"] is None
    assert run_quietly("runs") == (PASSED, [])


def test_runs_are_named_compared_exported_and_deleted(workspace, tmp_path):
    """Everything can be done by command."""
    ids = [run_quietly("run", "tiny/double")[1]["run"] for _ in range(2)]
    assert run_quietly("runs", "rename", ids[0], "first")[1]["label"] == "first"
    code, document = run_quietly("runs", "compare", "first", ids[1])
    assert (code, len(document["series"]["loss"])) == (PASSED, 2)
    target = tmp_path / "out.csv"
    assert run_quietly("runs", "export", "first", "--to", str(target))[0] == PASSED
    assert target.read_text("utf-8").startswith("seconds,training,name,step,value\n")
    assert run_quietly("runs", "delete", "first")[0] == PASSED
    assert [r["id"] for r in run_quietly("runs", "list")[1]] == [ids[1]]
    assert run_quietly("runs", "recover", ids[0])[0] == PASSED
    assert len(run_quietly("runs", "list", "tiny/double")[1]) == 2


@pytest.mark.parametrize("words", [("show", "x"), ("export", "x", "--to", "a.csv")])
def test_a_run_that_is_not_there_is_a_usage_error(workspace, words):
    """The error says how to list those that are."""
    code, said = run_quietly("runs", *words)
    assert code == USAGE
    assert "dltutor runs" in said


def test_a_program_killed_while_a_run_goes_on_leaves_it(workspace):
    """After kill -9 the run is listed as interrupted, opens and replays."""
    workspace.write_text(ENDLESS, encoding="utf-8")
    words = [sys.executable, "-m", "tutor", "--course", TINY, "run", "tiny/double"]
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 60
    runs = Runs(paths.runs())
    while time.monotonic() < until and process.poll() is None:
        if any(path.stat().st_size > 2000 for path in runs.folder.glob("*.run")):
            break
        time.sleep(0.01)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    (listed,) = run_quietly("runs")[1]
    assert listed["outcome"] == "interrupted"
    replayed = runs.open("last")
    steps = replayed.series()["loss"][0].steps
    assert steps == sorted(steps)
    assert len(steps) > 50
