"""Every exercise of the course is proven: one set of tests each, its id as test id."""

import pytest

from tests.catalogue.proving import failed_titles, is_only_slow, judge, seeds, surface, told
from tutor.course import load_course
from tutor.protocol import Outcome

EXERCISES = list(load_course().exercises.values())
every_exercise = pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.id)


@every_exercise
def test_starter_imports_and_fails(course, exercise):
    """The starter loads cleanly and does not pass."""
    verdict, _ = judge(course, exercise, exercise.starter.read_text("utf-8"), 1)
    assert verdict.outcome not in (Outcome.PASSED, Outcome.NOT_IMPORTABLE), told(verdict)
    assert "TODO" in exercise.starter.read_text("utf-8")


@every_exercise
def test_solution_passes_with_time_to_spare(course, exercise):
    """The reference passes on every seed, in at most a fifth of its time limit."""
    for seed in seeds(exercise):
        verdict, _ = judge(course, exercise, exercise.solution.read_text("utf-8"), seed)
        assert verdict.outcome is Outcome.PASSED, f"seed {seed}: {told(verdict)}"
        assert verdict.elapsed_ms < exercise.limits.seconds * 1000 / 5


@every_exercise
def test_other_right_programs_pass(course, exercise):
    """Right programs in another style (`also_*.py`) pass."""
    others = sorted(exercise.solutions.glob("also_*.py"))
    assert others, f"{exercise.id} needs a right program in another style"
    for path in others:
        for seed in seeds(exercise):
            verdict, _ = judge(course, exercise, path.read_text("utf-8"), seed)
            assert verdict.outcome is Outcome.PASSED, (
                f"{path.name} seed {seed}: {told(verdict)}"
            )


@every_exercise
def test_wrong_programs_are_rejected_and_named(course, exercise):
    """Each wrong program fails and is diagnosed as itself, on two seeds; all cases count."""
    least = 2 if exercise.kind == "capstone" else 4
    assert len(exercise.wrong) >= least, f"{exercise.id} has too few wrong programs"
    failed: set[str] = set()
    for path in exercise.wrong:
        for seed in seeds(exercise)[:2]:
            verdict, diagnosis = judge(course, exercise, path.read_text("utf-8"), seed)
            if diagnosis.misconception is None and is_only_slow(verdict):
                # Speed is measured: a busy machine may leave one check undecided.
                verdict, diagnosis = judge(course, exercise, path.read_text("utf-8"), seed)
            assert verdict.outcome is not Outcome.PASSED, f"{path.name} passes, seed {seed}"
            found = f"{path.name}, seed {seed}, is diagnosed {diagnosis.misconception}"
            assert f"wrong_{diagnosis.misconception}" == path.stem, (
                f"{found}\n{told(verdict)}"
            )
            assert diagnosis.explanation
            assert diagnosis.lesson, f"{path.name} names no paragraph of a lesson"
            failed |= failed_titles(verdict)
    titles = [case.title for case in verdict.cases]
    unused = [title for title in titles if title not in failed]
    assert not unused, f"no wrong program fails: {unused}"


@every_exercise
def test_starter_and_solution_agree(exercise):
    """Starter and solution have the same public names, signatures and docstrings."""
    assert surface(exercise.starter) == surface(exercise.solution)
    assert set(exercise.entry) <= set(surface(exercise.solution))


@every_exercise
def test_hints_come_in_four_steps(exercise):
    """A task has four hints, from the goal restated to almost the code."""
    _, _, hints = exercise.task.read_text("utf-8").partition("\n## Hints\n")
    assert hints.count("\n### ") == 4, "a task has four `###` sections below `## Hints`"
