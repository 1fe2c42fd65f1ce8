"""The learner's walk through the screens, by keyboard alone, at both sizes."""

import pytest

from tutor.tui.screens.exercise import ExerciseScreen
from tutor.tui.screens.help import HelpScreen
from tutor.tui.screens.home import HomeScreen
from tutor.tui.screens.lab import LabScreen
from tutor.tui.screens.lesson import LessonScreen
from tutor.tui.screens.versions import VersionsScreen
from tutor.tui.widgets.editor import Editor
from tutor.tui.widgets.keybar import fitting
from tutor.tui.widgets.page_sheet import PageSheet
from tutor.tui.widgets.results import Results
from tutor.tui.widgets.sheet import Sheet
from tutor.viz.ink import plain_text, row_width

SIZES = pytest.mark.parametrize("size", [(80, 24), (160, 48)], ids=["80x24", "160x48"])


async def opened(app, pilot, until):
    """Wait until Home shows the course."""
    await until(pilot, lambda: isinstance(app.screen, HomeScreen) and app.is_open)
    await until(pilot, lambda: app.screen.map is not None and app.screen.map.lines)


async def opened_page(app, pilot, until):
    await until(pilot, lambda: isinstance(app.screen, LessonScreen))
    await until(pilot, lambda: app.screen.query(PageSheet))
    await until(pilot, lambda: app.screen.query_one(PageSheet).page.spots)


async def opened_exercise(app, pilot, until, place):
    """Open an exercise and wait until its file is in the editor."""
    app.open_place(place)
    await until(pilot, lambda: isinstance(app.screen, ExerciseScreen))
    await until(pilot, lambda: app.screen.saves is not None)
    return app.screen.query_one(Editor)


def shown(app, widget=Sheet):
    return plain_text(app.screen.query_one(widget).picture)


@SIZES
async def test_from_home_to_a_lesson_and_its_questions(app, until, size):
    """Enter opens the first lesson; a number and a digit answer its questions."""
    async with app.run_test(size=size) as pilot:
        await opened(app, pilot, until)
        await pilot.press("enter")
        await opened_page(app, pilot, until)
        await pilot.press("tab", "9", "enter")
        assert "That is the square." in shown(app, PageSheet)
        await pilot.press("tab", "2")
        assert app.services.store.answers("tiny/first") == {"twice": "9", "pick": "1"}
        assert "Two is." in shown(app, PageSheet)


async def test_the_cursor_moves_on_the_map(app, until):
    """j, arrows and brackets move the cursor; Enter opens what is under it."""
    async with app.run_test() as pilot:
        await opened(app, pilot, until)
        await pilot.press("j")
        assert app.screen.map.cursor == "tiny/double"
        await pilot.press("left_square_bracket")
        assert app.screen.map.cursor == "tiny"
        await pilot.press("enter")
        assert list(app.screen.map.lines) == ["tiny"]
        await pilot.press("enter", "down", "down", "enter")
        await until(pilot, lambda: isinstance(app.screen, ExerciseScreen))


@SIZES
async def test_rows_never_overflow(app, until, size):
    """No row of a page is wider than the page."""
    async with app.run_test(size=size) as pilot:
        await opened(app, pilot, until)
        await pilot.press("enter")
        await opened_page(app, pilot, until)
        sheet = app.screen.query_one(PageSheet)
        assert max(map(row_width, sheet.picture)) <= sheet.room


@SIZES
async def test_a_wrong_file_is_diagnosed_and_a_right_one_passes(app, until, size):
    """Saving a wrong program names the mistake; saving a right one passes."""
    async with app.run_test(size=size) as pilot:
        await opened(app, pilot, until)
        editor = await opened_exercise(app, pilot, until, "tiny/double")
        await pilot.press("ctrl+e")
        await until(pilot, lambda: editor.has_focus)
        editor.load_text("def double(x):\n    return x**2\n")
        await pilot.press("ctrl+s")
        results = app.screen.query_one(Results)
        await until(pilot, lambda: results.diagnosis is not None, "a diagnosis")
        assert "square" in shown(app, Results)
        editor.load_text("def double(x):\n    return 2 * x\n")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Passed" in shown(app, Results), "a pass")
        assert app.services.store.standings()["tiny/double"].status == "passed"


async def test_saving_elsewhere_checks(app, until):
    """A save made in another editor is noticed, shown and checked."""
    async with app.run_test() as pilot:
        await opened(app, pilot, until)
        await opened_exercise(app, pilot, until, "tiny/double")
        exercise = app.services.course.exercise("double")
        path = app.services.workspace.path(exercise)
        path.write_text("def double(x):\n    return x + x\n", encoding="utf-8")
        await until(pilot, lambda: "Passed" in shown(app, Results), "a pass")
        assert app.screen.query_one(Editor).text == "def double(x):\n    return x + x\n"


async def test_typing_is_kept_without_saving(app, until):
    """What is typed is in the file when the screen is left, without a save."""
    async with app.run_test() as pilot:
        await opened(app, pilot, until)
        editor = await opened_exercise(app, pilot, until, "tiny/double")
        await pilot.press("ctrl+e")
        await until(pilot, lambda: editor.has_focus)
        await pilot.press("#", "h", "i")
        path = app.services.workspace.path(app.services.course.exercise("double"))
        await pilot.press("escape", "escape")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        await until(pilot, lambda: "#hi" in path.read_text("utf-8"), "the typed text")


async def test_a_new_line_is_as_deep_as_the_one_before(app, until):
    """Enter keeps the indentation, and deepens it after a colon."""
    async with app.run_test() as pilot:
        await opened(app, pilot, until)
        editor = await opened_exercise(app, pilot, until, "tiny/double")
        editor.load_text("")
        await pilot.press("ctrl+e")
        await until(pilot, lambda: editor.has_focus)
        await pilot.press("i", "f", "colon", "enter", "x", "enter", "y")
        assert editor.text == "if:\n    x\n    y"


async def test_earlier_texts_come_back(app, until):
    """^L lists the texts checked and the starter; Enter brings one back, and keeps this."""
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, until)
        editor = await opened_exercise(app, pilot, until, "tiny/double")
        editor.load_text("mine = 1\n")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.services.store.versions("tiny/double"), "a version")
        editor.load_text("mine = 2\n")
        await pilot.press("ctrl+l")
        await until(pilot, lambda: isinstance(app.screen, VersionsScreen))
        text = app.screen.query_one("#text", Sheet)
        await until(pilot, lambda: "- mine = 2" in plain_text(text.picture), "the diff")
        await pilot.press("down", "enter")
        await until(pilot, lambda: "TODO" in editor.text, "the starter")
        kept = [app.services.store.text(v.sha256)
                for v in app.services.store.versions("tiny/double")]  # fmt: skip
        assert kept == ["mine = 2\n", "mine = 1\n"]


async def test_a_demo_answers_its_knobs(app, until):
    """Turning a knob draws the demo anew, on the borrowed function."""
    async with app.run_test() as pilot:
        await opened(app, pilot, until)
        app.open_place("tiny/knobs")
        await until(pilot, lambda: isinstance(app.screen, LabScreen))
        await until(pilot, lambda: app.screen.query("#scene"))
        scene = app.screen.query_one("#scene", Sheet)
        await until(pilot, lambda: "twice is 2" in plain_text(scene.picture), "a scene")
        await pilot.press("right")
        await until(pilot, lambda: "twice is 4" in plain_text(scene.picture), "a new scene")


async def test_resumes_where_the_learner_left(app, until):
    """`c` on Home goes on where the learner was."""
    async with app.run_test() as pilot:
        await opened(app, pilot, until)
        await opened_exercise(app, pilot, until, "tiny/double")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        await pilot.press("c")
        await until(pilot, lambda: isinstance(app.screen, ExerciseScreen))


async def test_help_lists_the_keys_and_closes(app, until):
    """`?` shows the keys of the screen, Escape closes them."""
    async with app.run_test() as pilot:
        await opened(app, pilot, until)
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen))
        await until(pilot, lambda: "Keys of this screen" in shown(app))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))


async def test_resizing_at_any_moment(app, until):
    """A page is set anew for every size, down to very small ones."""
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(app, pilot, until)
        await pilot.press("enter")
        await opened_page(app, pilot, until)
        for size in ((40, 10), (12, 4), (200, 60), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        sheet = app.screen.query_one(PageSheet)
        await until(pilot, lambda: max(map(row_width, sheet.picture)) <= sheet.room)


def test_key_bar_keeps_to_its_width():
    """However narrow, the hints fit and help stays."""
    hints = [("^S", "save & check"), ("^T", "hint"), ("^E", "next pane")]
    for width in range(10, 80):
        kept = fitting(hints, width)
        assert kept[-1] == ("?", "help")
        assert sum(len(k) + len(w) + 3 for k, w in kept) <= max(width, 8)
