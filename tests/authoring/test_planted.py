"""Defects planted into copies of the course are found, each at its file and line."""

import shutil
from pathlib import Path

import pytest

from tutor.authoring import Options, check
from tutor.authoring.arithmetic import false_equations
from tutor.authoring.order import prove_order
from tutor.course import load_course
from tutor.errors import CourseError

LESSON = "lessons/ann/05_what_to_minimise.md"
TASK, TOML = "exercises/ann/softmax/task.md", "exercises/ann/softmax/exercise.toml"
STARTER, HARNESS = "exercises/ann/softmax/starter.py", "exercises/ann/softmax/harness.py"
SOLUTION, WRONG = (
    "solutions/ann/softmax/solution.py",
    "solutions/ann/softmax/wrong_axis_0.py",
)
DEMO = "lessons/ann/demos/boundary_painter.py"


def spoil(copy, file, old, new):
    """Replace the first `old` in a file; return the line where it stood."""
    path = copy / file
    text = path.read_text("utf-8")
    assert old in text, f"{file} has no {old!r}"
    path.write_text(text.replace(old, new, 1), "utf-8")
    return text[: text.index(old)].count("\n") + 1


def found(copy, selector, **options):
    proofs = check(load_course(copy), Options(selector=selector, fresh=True, **options))
    return [finding for proof in proofs for finding in proof.findings]


PAGES = [
    ("a wrong printed number", LESSON, "[0.09   0.2447 0.6652]", "[0.09   0.2447 0.6653]", "output"),
    ("a wrong sum by hand", LESSON, "$7.389 / 11.107 = 0.665$", "$7.389 / 11.107 = 0.656$", "arithmetic"),
    ("a link to nowhere", LESSON, "\n## Straight from logits", "\nSee [it](ann/nowhere).\n\n## Straight from logits", "link"),
    ("a link to no heading", LESSON, "\n## Straight from logits", "\nSee [it](ann/layers#nowhere).\n\n## Straight from logits", "link"),
    ("a formula that does not parse", LESSON, "\\frac{e^{z_i}}", "\\frac{e^{z_i}", "formula"),
    ("a command beyond the subset", LESSON, "\\frac{e^{z_i}}", "\\underbracket{e^{z_i}}", "formula"),
    ("a figure that raises", LESSON, "e = np.exp(np.stack", "e = np.expo(np.stack", "figure"),
    ("a figure too wide", LESSON, "width=76, height=14", "width=96, height=14", "figure"),
    ("code that raises", LESSON, "shifted = np.exp(z - z.max())", "shifted = np.exp(z - w.max())", "run"),
    ("an answer that the text contradicts", LESSON, "answer = 2.303", "answer = 2.203", "question"),
    ("a reply to the right answer", LESSON, '"1" = "A large score', '"0.665" = "A large score', "question"),
    ("a misconception nobody has", LESSON, "[!misconception no_max_subtract]", "[!misconception no_such]", "misconception"),
    ("an unknown callout", LESSON, "[!misconception no_max_subtract]", "[!mistake no_max_subtract]", "callout"),
    ("something left to do", LESSON, "Suppose three classes", "TODO Suppose three classes", "unfinished"),
    ("a word that talks down", LESSON, "Suppose three classes", "Obviously, suppose three classes", "wording"),
    ("an invisible character", LESSON, "Suppose three classes", "Suppose\u00a0three classes", "characters"),
    ("a level of headings left out", LESSON, "## Scores to probabilities", "#### Scores to probabilities", "heading"),
    ("too few minutes", LESSON, "minutes = 20", "minutes = 2", "lesson-shape"),
    ("a title that differs", LESSON, "# What to minimise", "# What to maximise", "lesson-shape"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new", "rule"),
    [row[1:] for row in PAGES],
    ids=[row[0] for row in PAGES],
)
def test_a_defect_of_a_lesson_is_found(copy, file, old, new, rule):
    """The rule that is broken, the file and nearly the line are told."""
    line = spoil(copy, file, old, new)
    hits = [f for f in found(copy, "ann/what_to_minimise") if f.rule == rule]
    assert hits
    assert all(f.path == str(copy / file) for f in hits)
    assert min(abs(f.line - line) for f in hits) <= 8


def test_a_question_that_contradicts_itself_is_found(copy):
    """What does not parse is told with its line."""
    line = spoil(copy, LESSON, "answer = 0.665", 'answer = "much"')
    (finding,) = found(copy, "ann/what_to_minimise")
    assert (finding.rule, finding.path) == ("parses", str(copy / LESSON))
    assert abs(finding.line - line) <= 2


EXERCISE = [
    ("a wrong example", TASK, "[0.2689, 0.7311]", "[0.2698, 0.7311]", "example"),
    ("a hint lost", TASK, "### Structure\n", "", "hints"),
    ("a section lost", TASK, "## Contract", "## The contract", "task-parts"),
    ("an unknown level", TOML, '"easy"', '"trivial"', "description"),
    ("an entry that is not there", TOML, 'entry = ["softmax"]', 'entry = ["softmax", "other"]', "entry"),
    ("a tolerance that accepts all", TOML, "rtol = 1e-6", "rtol = 0.5", "description"),
    ("another signature", STARTER, "axis: int = -1", "axis: int = 0", "surface"),
    ("another docstring", STARTER, "Return the softmax", "Return a softmax", "surface"),
    ("the solution in the starter", STARTER, "raise NotImplementedError", "e = np.exp(z - z.max(axis=axis, keepdims=True)); return e / e.sum(axis=axis, keepdims=True)", "starter-fails"),
    ("a starter that is broken", STARTER, "import numpy as np", "import nunpy as np", "starter-loads"),
    ("a wrong solution", SOLUTION, "e.sum(axis=axis", "e.sum(axis=0", "right-passes"),
    ("a wrong program that is right", WRONG, "axis=0, keepdims=True))\n    return e / e.sum(axis=0", "axis=axis, keepdims=True))\n    return e / e.sum(axis=axis", "wrong-rejected"),
    ("a lesson line lost", WRONG, "Lesson: ann/", "See ann/", "explanation"),
    ("a lesson line to nowhere", WRONG, "Lesson: ann/what_to_minimise#", "Lesson: ann/what_to_minimise#no-", "link"),
    ("a case that asserts nothing", HARNESS, "    assert_close(learner.softmax(z), by_definition(z))\n", "    learner.softmax(z)\n", "case-checks"),
    ("a tolerance nobody told", HARNESS, "assert_close(learner.softmax(z), by_definition(z))", "assert_close(learner.softmax(z), by_definition(z), rtol=1e-9)", "statement-complete"),
    ("numbers that no seed repeats", HARNESS, "z = rng.normal(size=(4000, 10))", "z = np.random.normal(size=(4000, 10))", "seeded"),
    ("a network", HARNESS, "import math\n", "import math\nimport urllib.request\n", "no-network"),
    ("manners nobody promised", TASK, "- `z` itself stays as it was.\n", "", "promised"),
    ("a draw of one value", HARNESS, "whole(-3, 3)", "whole(-1, 0)", "drawn"),
    ("an oracle that is the reference", HARNESS, "def rows(learner, z):\n    assert_close(learner.softmax(z), by_definition(z))", "def rows(learner, z, reference):\n    assert_close(learner.softmax(z), reference.softmax(z))", "own-oracle"),
    ("a tolerance that accepts anything", HARNESS, "rtol=1e-5", "rtol=0.3", "too-loose"),
    ("the answer in a comment", STARTER, "# TODO: exponentiate", "# e / e.sum(axis=axis, keepdims=True)\n    # TODO: exponentiate", "given-away"),
    ("another exercise's name", HARNESS, "Checks for ann/softmax", "Checks for ann/standardise", "docstring"),
    ("a source without a place", TOML, ", sections 4.1 and 6.2.2.3", "", "description"),
    ("a harness that is no Python", HARNESS, "def rows(learner, z):", "def rows(learner, z)", "python"),
    ("a harness that cannot be loaded", HARNESS, "from tutor.harness import (", "from tutor.harness import (\n    assert_nothing,", "judged"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new", "rule"),
    [row[1:] for row in EXERCISE],
    ids=[row[0] for row in EXERCISE],
)
def test_a_defect_of_an_exercise_is_found(copy, file, old, new, rule):
    """The rule that is broken and the file are told; the line where there is one."""
    keep_few(copy)
    spoil(copy, file, old, new)
    hits = [f for f in found(copy, "ann/softmax", seeds=2, mutate=False) if f.rule == rule]
    assert any(f.path == str(copy / file) for f in hits), hits


def keep_few(copy):
    """Leave two wrong programs of softmax, so that a proof is quick."""
    for path in (copy / "solutions/ann/softmax").glob("wrong_*.py"):
        if path.stem not in ("wrong_axis_0", "wrong_no_max_subtract"):
            path.unlink()


def test_a_case_that_checks_too_little_lets_a_mutant_live(copy):
    """Mutants that no case kills are told with line, change and what to do."""
    keep_few(copy)
    text = (copy / HARNESS).read_text("utf-8")
    kept = text[: text.index('@case("float32 stays')]
    (copy / HARNESS).write_text(kept.replace("uniform(-1000, 1000)", "uniform(-5, 5)")
                                .replace("z - 1000.0", "z - 1.0"), "utf-8")  # fmt: skip
    hits = [f for f in found(copy, "ann/softmax", seeds=1) if f.rule == "mutant-killed"]
    assert any("z.max(axis=axis, keepdims=True)" in f.message for f in hits)
    assert all(f.path == str(copy / SOLUTION) for f in hits)


ORDER = [
    ("an exercise nobody places", LESSON, "\n::: exercise softmax\n", "\n", "placed"),
    ("a place of nothing", LESSON, "::: exercise softmax", "::: exercise softmaxx", "placed"),
    ("an exercise placed twice", "lessons/ann/04_layers.md", "\n## Broadcasting", "\n::: exercise softmax\n\n## Broadcasting", "placed"),
    ("a prerequisite that comes later", TOML, '["ann/activations"]', '["ann/mlp_forward"]', "prerequisites"),
    ("a prerequisite that is not there", TOML, '["ann/activations"]', '["ann/nothing"]', "prerequisites"),
    ("a circle", "exercises/ann/activations/exercise.toml", "prerequisites = [", 'prerequisites = ["ann/softmax", ', "circle"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new", "rule"),
    [row[1:] for row in ORDER],
    ids=[row[0] for row in ORDER],
)
def test_a_defect_of_the_order_is_found(copy, file, old, new, rule):
    """What the course as a whole gets wrong is told too."""
    spoil(copy, file, old, new)
    assert rule in [f.rule for f in prove_order(load_course(copy))]


def test_files_that_nothing_reaches_are_found(copy):
    """A lesson that is not listed, an exercise without description, a stray file."""
    shutil.copy(copy / LESSON, copy / "lessons/ann/99_lost.md")
    shutil.copytree(copy / "solutions/ann/softmax", copy / "solutions/ann/lost")
    hits = {Path(f.path).name for f in prove_order(load_course(copy))}
    assert {"99_lost.md", "lost"} <= hits
    (copy / "exercises/ann/softmax/notes.txt").write_text("later", "utf-8")
    keep_few(copy)
    assert "stray-file" in [
        f.rule for f in found(copy, "ann/softmax", seeds=1, mutate=False)
    ]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("def draw(values):", "def draw(values):\n    1 / 0", "demo-draws"),
        ('"low": -4.0', '"low": 4.5', "knobs"),
        ("UNITS =", 'PREDICT = {"ask": "?"}\nUNITS =', "predict"),
        ('"value": value}', '"value": value, "plays": True}', "plays"),
    ],
)
def test_a_defect_of_a_demo_is_found(copy, old, new, rule):
    """A demo that cannot draw or be turned is told at its file."""
    spoil(copy, DEMO, old, new)
    hits = [f for f in found(copy, "ann/boundary_painter") if f.rule == rule]
    assert hits
    assert all(f.path == str(copy / DEMO) for f in hits)


def test_a_course_that_cannot_be_read_says_where(copy):
    """A missing lesson and an unknown key are errors with a file."""
    spoil(copy, TOML, "minutes", "minuets")
    with pytest.raises(CourseError, match=r"softmax/exercise\.toml"):
        load_course(copy)


@pytest.mark.parametrize(
    "true",
    ["7.389 / 11.107 = 0.665", "-\\log 0.1 = 2.303", "\\frac{1}{3} \\approx 0.333",
     "2 \\cdot 3 = 6", "3 / 0.2425^2 \\approx 51", "e^0 = 1", "y = 2 x", "64 \\cdot 30 = 1920",
     "\\sqrt{2} = 1.414", "0.1 + 0.2 = 0.3", "1.5 - 2 = -0.5"],
)  # fmt: skip
def test_true_equations_pass(true):
    """Rounded sides are right to their digits; letters are left alone."""
    assert list(false_equations(true)) == []


@pytest.mark.parametrize(
    "wrong",
    ["7.389 / 11.107 = 0.656", "-\\log 0.1 = 2.203", "\\frac{1}{3} \\approx 0.343",
     "2 \\cdot 3 = 5", "e^0 = 0", "64 \\cdot 30 = 1950", "\\sqrt{2} = 1.44"],
)  # fmt: skip
def test_false_equations_are_told(wrong):
    """A side that is off by more than its digits allow is a finding."""
    assert len(list(false_equations(wrong))) == 1
