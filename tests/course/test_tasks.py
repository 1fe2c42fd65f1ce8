"""A task is its statement and its hints, apart."""

from dataclasses import replace

import pytest

from tutor.course.tasks import compared, read_task
from tutor.protocol import Limits


@pytest.fixture
def task(tiny, tmp_path):
    """Read a task of any text for a tiny exercise."""

    def read(text):
        (tmp_path / "task.md").write_text(text, encoding="utf-8")
        return read_task(replace(tiny.exercise("double"), folder=tmp_path))

    return read


def test_the_statement_is_what_comes_before_the_hints(task):
    """Nothing of the hints is in the statement."""
    found = task("# A\n\nDo it.\n\n## Hints\n\n### One\nFirst.\n")
    assert found.statement.startswith("# A\n\nDo it.\n\n*Compared with")
    assert "First" not in found.statement


def test_each_hint_is_a_part_of_its_own(task):
    """Hints are told apart by their headings, which stay with them."""
    found = task("# A\n\n## Hints\n\n### One\nFirst.\n\n### Two\n#### Deeper\nSecond.\n")
    assert found.hints == ("### One\nFirst.", "### Two\n#### Deeper\nSecond.")


@pytest.mark.parametrize("text", ["# A\n", "# A\n\n## Hints\n", "# A\n\n## Hints\n\n\n"])
def test_a_task_may_have_no_hints(task, text):
    """Without hints, or with an empty part for them, there are none."""
    assert task(text).hints == ()


def test_a_heading_of_hints_inside_a_word_is_no_part(task):
    """Only the exact heading begins the hints."""
    assert task("# A\n\n## Hints for all\n\n### One\n").hints == ()


def test_the_shipped_form_is_read(tiny):
    """A task as it is written in the course has its four hints."""
    assert len(read_task(tiny.exercise("double")).hints) == 4


def test_the_statement_ends_with_how_results_are_compared(tiny):
    """Tolerances and limits are said in one sentence, from the exercise's own figures."""
    exercise = replace(
        tiny.exercise("double"), rtol=1e-3, atol=0.0, limits=Limits(seconds=2.5)
    )
    sentence = (
        "*Compared with a relative tolerance of 0.001 and an absolute one of 0, unless the "
        "contract says otherwise. A check may take 2.5 s and 2048 MiB.*"
    )
    assert compared(exercise) == sentence
    assert read_task(exercise).statement.endswith(f"\n\n{sentence}\n")
