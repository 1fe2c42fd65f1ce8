"""Every lesson of the course is proven: its code runs, its formulas and figures draw."""

import pytest

from tutor.course import Kind, load_course
from tutor.course.blocks import (
    Callout,
    Display,
    Figure,
    Heading,
    Inline,
    Items,
    Question,
    Runnable,
)
from tutor.course.parse import parse_page
from tutor.judge import Checker, events
from tutor.protocol import Outcome, Printed, RunRequest
from tutor.viz import figures, maths
from tutor.viz.ink import picture_width

COURSE = load_course()
LESSONS = [lesson for topic in COURSE.topics for lesson in topic.lessons]
PAGES = [
    *((lesson.id, lesson.path) for lesson in LESSONS),
    *((exercise.id + "/task", exercise.task) for exercise in COURSE.exercises.values()),
]
every_page = pytest.mark.parametrize(
    "path", [p for _, p in PAGES], ids=[i for i, _ in PAGES]
)
every_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)


def walk(value):
    """Yield every block and inline in a parsed page."""
    if isinstance(value, tuple | list):
        for item in value:
            yield from walk(item)
    elif isinstance(value, dict):
        yield from walk(list(value.values()))
    elif hasattr(value, "__slots__") and type(value).__module__.startswith("tutor"):
        yield value
        for name in value.__slots__:
            yield from walk(getattr(value, name))


@every_page
def test_formulas_render(path):
    """Every formula of the page renders, display ones within 76 columns."""
    for item in walk(parse_page(path)):
        if isinstance(item, Display):
            assert picture_width(maths.display(item.tex)) <= 76, item.tex
        elif isinstance(item, Inline) and item.kind == "math":
            assert maths.inline(item.text)
            assert maths.spoken(item.text)


@every_page
def test_figures_draw(path):
    """Every figure of the page draws within its width and has a caption."""
    for item in walk(parse_page(path)):
        if isinstance(item, Figure):
            assert item.caption
            assert figures.draw(item.text, str(path))


@every_lesson
def test_code_prints_what_the_page_says(lesson):
    """Every run block prints exactly the output that stands below it."""
    uses = tuple(e.id for e in COURSE.exercises.values() if e.topic == lesson.topic)
    for item in walk(parse_page(lesson.path)):
        if isinstance(item, Runnable):
            borrowed = Checker(COURSE, None).borrowed(uses, own=False)
            request = RunRequest(source=item.text, borrowed=borrowed)
            (printed,) = (e for e in events(request, "numpy") if isinstance(e, Printed))
            assert printed.outcome is Outcome.PASSED, printed.feedback
            assert printed.text == item.output


@every_lesson
def test_shape_of_a_lesson(lesson):
    """A lesson has a question, predictions, a figure, a misconception, a recap, sources."""
    blocks = parse_page(lesson.path)
    items = list(walk(blocks))
    kinds = [item.kind for item in items if isinstance(item, Question)]
    assert kinds.count("predict") >= 2
    assert kinds.count("quiz") >= 1
    assert any(isinstance(item, Figure) for item in items)
    callouts = {item.kind for item in items if isinstance(item, Callout)}
    assert {"misconception", "recap"} <= callouts
    assert isinstance(blocks[0], Heading)
    assert blocks[0].level == 1
    assert isinstance(blocks[-1], Items), "a lesson ends in its sources"
    words = len(lesson.path.read_text("utf-8").split())
    assert 700 <= words <= 2200


@every_page
def test_links_and_places_resolve(path):
    """Every link leads somewhere and every placed exercise or demo exists."""
    for item in walk(parse_page(path)):
        if isinstance(item, Inline) and item.kind == "link":
            assert_target(item.target)


def assert_target(target: str) -> None:
    place, _, anchor = target.partition("#")
    found = COURSE.find(place)
    if anchor:
        assert found.kind is Kind.LESSON
        anchors = [b.anchor for b in walk(parse_page(found.path)) if isinstance(b, Heading)]
        assert anchor in anchors, f"{target}: {anchors}"


@every_lesson
def test_directives_name_what_exists(lesson):
    """Every exercise or demo that a lesson places exists."""
    for name in lesson.places:
        assert f"{lesson.topic}/{name}" in COURSE.places


@pytest.mark.parametrize("exercise", COURSE.exercises.values(), ids=lambda e: e.id)
def test_explanations_lead_to_a_paragraph(exercise):
    """Every wrong program names a heading of a lesson."""
    for path in exercise.wrong:
        line = [x for x in path.read_text("utf-8").splitlines() if x.startswith("Lesson: ")]
        assert line, f"{path.name} has no `Lesson:` line"
        assert_target(line[0].removeprefix("Lesson: "))
