"""The command-line contract that scripts, editors and teachers build on."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

TINY = Path(__file__).parents[1] / "tiny_course"
RIGHT = "def double(x):\n    return 2 * x\n"
WRONG = "def double(x):\n    return x**2\n"


def dltutor(*arguments, code=0):
    """Run a command with --json; return its document and what people are shown."""
    command = [sys.executable, "-m", "tutor", *arguments, "--course", str(TINY), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stderr
    return json.loads(done.stdout.splitlines()[-1]) if done.stdout else None, done.stderr


@pytest.fixture
def file(tmp_path):
    """Return a function that writes a submission and gives its path."""

    def write(text):
        path = tmp_path / "mine.py"
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


def test_list_documents_every_place_in_order():
    """`list --json` is an array of places with id, kind, title, level and status."""
    places, _ = dltutor("list")
    ids = ["tiny/first", "tiny/double", "tiny/knobs", "tiny/second", "tiny/scale"]
    assert [place["id"] for place in places] == ids
    assert places[1] == {
        "id": "tiny/double",
        "kind": "exercise",
        "title": "Double",
        "level": "easy",
        "status": "new",
    }


def test_check_passes_with_code_0(file):
    """A right file gives outcome passed, every case, and exit code 0."""
    found, _ = dltutor("check", "tiny/double", "--file", file(RIGHT))
    assert found["outcome"] == "passed"
    assert [case["outcome"] for case in found["cases"]] == ["passed"] * 3
    assert set(found) >= {
        "exercise", "outcome", "seed", "cases", "misconception", "explanation",
        "elapsed_ms", "source_sha256",
    }  # fmt: skip


def test_check_fails_with_code_1_and_names_the_mistake(file):
    """A known wrong file gives outcome failed, its name and explanation, and code 1."""
    found, people = dltutor("check", "double", "--file", file(WRONG), code=1)
    assert found["outcome"] == "failed"
    assert found["misconception"] == "square"
    assert found["explanation"].startswith("Squares instead of doubling.")
    assert "known mistake" in people


def test_check_replays_a_seed(file):
    """The same seed gives the same cases with the same messages."""
    path = file(WRONG)
    first, _ = dltutor("check", "double", "--file", path, "--seed", "5", code=1)
    second, _ = dltutor("check", "double", "--file", path, "--seed", "5", code=1)
    assert first["seed"] == 5
    assert first["cases"] == second["cases"]


def test_check_of_a_file_records_no_progress(file):
    """`check --file` leaves the exercise as new as it was."""
    dltutor("check", "double", "--file", file(RIGHT))
    places, _ = dltutor("list")
    assert places[1]["status"] == "new"


def test_unknown_exercise_is_a_usage_error():
    """An unknown id exits with 2 and suggests the nearest."""
    _, people = dltutor("check", "tiny/duoble", code=2)
    assert "Did you mean" in people


def test_missing_file_is_the_tools_failure(tmp_path):
    """A file that is not there exits with 3 and says so in one sentence."""
    _, people = dltutor("check", "double", "--file", str(tmp_path / "none.py"), code=3)
    assert "does not exist" in people
    assert "Traceback" not in people


def test_whole_loop_on_the_workspace(home):
    """start, check, hint, solution, reset and restore work on the learner's own file."""
    started, _ = dltutor("start", "scale")
    path = Path(started["path"])
    assert "TODO" in path.read_text("utf-8")
    _, people = dltutor("solution", "scale", code=1)
    assert "after a pass" in people
    hint, _ = dltutor("hint", "scale")
    assert len(hint["hints"]) == 1
    reference = (TINY / "solutions/tiny/scale/solution.py").read_text("utf-8")
    path.write_text(reference, encoding="utf-8")
    assert dltutor("check", "scale")[0]["outcome"] == "passed"
    assert dltutor("solution", "scale")[0]["solution"] == reference
    assert dltutor("progress")[0]["topics"] == [{"topic": "tiny", "done": 1, "of": 4}]
    dltutor("reset", "scale")
    assert "TODO" in path.read_text("utf-8")
    versions, _ = dltutor("restore", "scale")
    assert versions[0]["version"] == 1
    dltutor("restore", "scale", "1")
    assert path.read_text("utf-8") == reference


def test_run_draws_a_demo():
    """`run` of a demo gives its metrics without a screen."""
    found, people = dltutor("run", "tiny/knobs")
    assert found["outcome"] == "passed"
    assert found["metrics"] == {"y": 2.0}
    assert "twice is 2" in people


def test_doctor_documents_every_layer():
    """`doctor --json` says of each sandbox layer whether it is active, or why not."""
    found, _ = dltutor("doctor")
    assert set(found["sandbox"]) == {
        "split", "deadlines", "limits", "orphans", "files", "calls",
    }  # fmt: skip
    for layer in found["sandbox"].values():
        assert layer["active"] or layer["why not"]
    assert found["store"]["ok"]


def test_version_needs_nothing():
    """`--version` prints the version."""
    command = [sys.executable, "-m", "tutor", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("dltutor ")
