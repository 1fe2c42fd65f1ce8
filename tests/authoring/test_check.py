"""The whole of `course check`: what is kept, what is selected, what is reported."""

import json
import subprocess
import sys

import pytest

from tests.authoring.conftest import ROOT
from tests.authoring.test_planted import LESSON, TOML, spoil
from tutor import cli
from tutor.authoring import Options, check
from tutor.authoring.check import select
from tutor.authoring.scaffold import new_parts
from tutor.course import load_course
from tutor.errors import NotFound, TutorError
from tutor.tui.preview import PreviewApp

TINY = ROOT / "tests" / "tiny_course"


def test_what_did_not_change_is_not_proven_again(copy):
    """A second run uses the first one's proof until a file it depends on changes."""
    options = Options(selector="ann/what_to_minimise")
    _, first = check(load_course(copy), options)
    _, second = check(load_course(copy), options)
    assert (first.cached, second.cached) == (False, True)
    assert second.findings == first.findings == []
    spoil(copy, LESSON, "0.2447 0.6652]", "0.2447 0.6653]")
    _, third = check(load_course(copy), options)
    assert not third.cached
    assert [f.rule for f in third.findings] == ["output"]


def test_a_topic_or_one_place_can_be_selected(course):
    """A topic's slug, an id or a name alone; anything else is an error that helps."""
    assert {p.topic for p in select(course, Options(selector="ann"))} == {"ann"}
    assert [p.id for p in select(course, Options(selector="softmax"))] == ["ann/softmax"]
    with pytest.raises(NotFound, match="Did you mean"):
        select(course, Options(selector="sofmax"))


def test_only_what_differs_from_a_revision(copy):
    """With --changed, places whose files differ from git's, new files included."""

    def git(*words):
        subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@b", *words],
                       cwd=copy, check=True, capture_output=True)  # fmt: skip

    git("init"), git("add", "."), git("commit", "-m", "all")
    course = load_course(copy)
    assert select(course, Options(changed="HEAD")) == []
    spoil(copy, LESSON, "Suppose three", "Imagine three")
    (copy / "solutions/ann/softmax/also_new.py").write_text("", "utf-8")
    found = [place.id for place in select(course, Options(changed="HEAD"))]
    assert found == ["ann/what_to_minimise", "ann/softmax"]
    with pytest.raises(TutorError, match="git cannot tell"):
        select(course, Options(changed="no-such-revision"))


def test_the_command_answers_in_json_and_writes_a_report(tmp_path, capsys):
    """Exit code, JSON and both kinds of report agree."""
    page = tmp_path / "report.html"
    arguments = ["course", "check", "double", "--course", str(TINY), "--seeds", "2",
                 "--report", str(page), "--json"]  # fmt: skip
    code = cli.run(arguments)
    out = capsys.readouterr().out
    answer = json.loads(out.splitlines()[-1])
    _, place = answer["places"]
    assert place["id"] == "tiny/double"
    assert code == (0 if answer["ok"] else 1)
    assert place["mutation"]["score"] >= 0.0
    assert "tiny/double" in page.read_text("utf-8")
    assert page.read_text("utf-8").startswith("<!doctype html>")


def test_a_course_that_cannot_be_read_is_a_finding(copy, capsys):
    """An unknown key and a file that is not there have file, line and JSON too."""
    line = spoil(copy, TOML, "minutes", "minuets")
    assert cli.run(["course", "check", "--course", str(copy), "--json"]) == 1
    answer = json.loads(capsys.readouterr().out.splitlines()[-1])
    (finding,) = answer["places"][0]["findings"]
    assert finding["path"] == str(copy / TOML)
    assert finding["line"] == line


def test_the_order_is_proven_for_what_is_selected(copy):
    """A prerequisite that comes later is found with the exercise alone selected."""
    spoil(copy, TOML, '["ann/activations"]', '["ann/mlp_forward"]')
    proofs = check(load_course(copy), Options(selector="softmax", seeds=1, mutate=False))
    assert "prerequisites" in [f.rule for proof in proofs for f in proof.findings]


def test_new_parts_can_be_loaded_and_say_what_is_to_do(copy):
    """A topic, a lesson and an exercise: the course loads, and every TODO is a finding."""
    new_parts(load_course(copy), "graphs")
    new_parts(load_course(copy), "graphs/02_more")
    new_parts(load_course(copy), "graphs/row_mean")
    new_parts(load_course(copy), "graphs/demos/knob")
    course = load_course(copy)
    assert [les.name for les in course.topics[-1].lessons] == ["first", "more"]
    _, proof = check(course, Options(selector="graphs/row_mean", seeds=2, mutate=False))
    rules = {f.rule for f in proof.findings}
    assert "unfinished" in rules
    assert not rules & {"files", "python", "surface", "starter-fails", "right-passes",
                        "wrong-rejected", "judged", "example"}  # fmt: skip


def test_nothing_is_overwritten(copy):
    """What is there stays; a name that is no slug is refused."""
    course = load_course(copy)
    for taken in ("ann", "ann/softmax", "ann/05_what_to_minimise"):
        with pytest.raises(TutorError, match="already"):
            new_parts(course, taken)
    with pytest.raises(TutorError, match="lower_snake_case"):
        new_parts(course, "ann/Soft-Max")
    with pytest.raises(NotFound, match="course new nothing"):
        new_parts(course, "nothing/here")


def test_an_installed_course_is_found_by_name(tmp_path, monkeypatch):
    """A package that names its course in the entry-point group is opened by that name."""
    info = tmp_path / "their_course-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: their-course\nVersion: 1\n"
    )
    (info / "entry_points.txt").write_text("[dltutor.courses]\ntheirs = their_course\n")
    (tmp_path / "their_course").symlink_to(TINY, target_is_directory=True)
    monkeypatch.syspath_prepend(str(tmp_path))
    from pathlib import Path

    assert load_course(Path("theirs")).title == "A tiny course"


def test_authoring_needs_no_torch():
    """The command imports neither torch nor Textual."""
    code = ("import sys, tutor.cli.authoring; "
            "print(sorted({'torch', 'textual'} & set(sys.modules)))")  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_preview_needs_a_terminal_and_a_page():
    """Without a terminal, or for a file that is no page, it says so and ends."""
    command = [sys.executable, "-m", "tutor", "course", "preview", str(ROOT / "README.md")]
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    assert done.returncode == 2
    assert "needs a terminal" in done.stderr
    with pytest.raises(TutorError, match="no page"):
        PreviewApp(ROOT / "pyproject.toml")
