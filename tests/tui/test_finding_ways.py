"""Palette, jump labels, search, links, terms and footnotes: every way to every place."""

from textual.command import CommandPalette

from tests.tui.conftest import (
    on_screen,
    opened,
    opened_exercise,
    opened_page,
    screen_lines,
    shown,
    until,
)
from tutor.tui.palette import TutorCommands
from tutor.tui.screens.jump import JumpScreen
from tutor.tui.screens.lesson import LessonScreen
from tutor.tui.screens.run_code import RunCodeScreen
from tutor.tui.screens.search import SearchScreen
from tutor.tui.widgets.card import Card
from tutor.tui.widgets.page_sheet import PageSheet
from tutor.tui.widgets.sheet import Sheet
from tutor.viz.ink import plain_text


async def test_the_palette_knows_every_action_and_place(app):
    """All actions of a screen, all everywhere, and all places can be found by name."""
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(app, pilot)
        commands = TutorCommands(app.screen)
        found = {name for name, _, _ in (*commands.actions(), *commands.places())}
        assert {"continue", "review", "progress", "settings", "theme"} <= found
        assert {place.title for place in app.services.course.places.values()} <= found


async def test_the_palette_goes_to_a_place(app):
    """Typing a title and Enter opens the place."""
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(app, pilot)
        await pilot.press("ctrl+p")
        await on_screen(app, pilot, CommandPalette)
        await pilot.press(*"Second")
        await until(
            pilot, lambda: any("lesson · Tiny" in line for line in screen_lines(app))
        )
        await pilot.press("enter")
        await opened_page(app, pilot)
        assert app.screen.lesson.id == "tiny/second"


async def test_two_keys_go_to_any_place_of_the_map(app):
    """`f` labels what is in view; a letter opens it."""
    async with app.run_test() as pilot:
        await opened(app, pilot)
        await pilot.press("f")
        labels = (await on_screen(app, pilot, JumpScreen)).targets
        assert len(labels) == len(app.screen_stack[-2].map.lines)
        await pilot.press("s")
        await opened_page(app, pilot)


async def test_another_key_ends_jumping(app):
    """A letter that labels nothing goes nowhere."""
    async with app.run_test() as pilot:
        await opened(app, pilot)
        await pilot.press("f")
        await on_screen(app, pilot, JumpScreen)
        await pilot.press("exclamation_mark")
        await until(pilot, lambda: not isinstance(app.screen, JumpScreen))


async def test_a_link_leads_to_its_heading(app):
    """A link is a jump target; following it opens the lesson at the heading."""
    async with app.run_test() as pilot:
        await opened(app, pilot)
        sheet = await opened_page(app, pilot, "tiny/second")
        assert "tiny/first#doubling" in [link for _, _, link in sheet.links()]
        app.screen.follow("tiny/first#doubling")
        await until(pilot, lambda: getattr(app.screen, "wanted", "") == "doubling")
        await opened_page(app, pilot)


async def test_a_click_on_a_term_explains_it(app):
    """A term of the glossary is underlined; a click shows what it means."""
    async with app.run_test() as pilot:
        await opened(app, pilot)
        sheet = await opened_page(app, pilot, "tiny/second")
        x, y, _ = next(link for link in sheet.links() if link[2] == "term:weight")
        await pilot.click(offset=(x, y))
        await on_screen(app, pilot, Card)
        assert "A number that is learned." in shown(app)
        await pilot.press("enter")
        await until(pilot, lambda: getattr(app.screen, "wanted", "") == "doubling")
        await opened_page(app, pilot)


async def test_a_footnote_opens_in_place(app):
    """The mark of a footnote opens it; Escape goes back to the page."""
    async with app.run_test() as pilot:
        await opened(app, pilot)
        await opened_page(app, pilot, "tiny/second")
        app.screen.follow("note:1")
        await on_screen(app, pilot, Card)
        assert "A note at the foot" in shown(app)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, LessonScreen))


async def test_finding_on_a_page_marks_every_mention(app):
    """`/` marks words, n goes to the next, Escape takes the marks away."""
    async with app.run_test() as pilot:
        await opened(app, pilot)
        sheet = await opened_page(app, pilot, "tiny/first")
        await pilot.press("slash", *"twice", "enter")
        await until(pilot, lambda: len(sheet.hits) > 1, "hits")
        first = sheet.hit_at
        await pilot.press("n")
        assert sheet.hit_at != first
        await pilot.press("escape")
        assert not sheet.hits


async def test_what_is_not_on_the_page_is_searched_in_the_course(app):
    """Words that the page lacks open the search of the whole course."""
    async with app.run_test() as pilot:
        await opened(app, pilot)
        await opened_page(app, pilot, "tiny/first")
        await pilot.press("slash", *"module", "enter")
        screen = await on_screen(app, pilot, SearchScreen)
        await until(pilot, lambda: screen.hits, "a hit elsewhere")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, LessonScreen), "the lesson")
        sheet = app.screen.query_one(PageSheet)
        await until(pilot, lambda: sheet.query_text == "module" and sheet.hits, "the hit")


async def test_code_of_a_lesson_can_be_changed_and_run(app):
    """Enter on a piece of code opens it; ^R prints what it prints, the learner's own way."""
    async with app.run_test() as pilot:
        await opened(app, pilot)
        sheet = await opened_page(app, pilot, "tiny/first")
        app.screen.enter(next(s.name for s in sheet.page.spots if s.kind == "run"))
        screen = await on_screen(app, pilot, RunCodeScreen)
        editor = screen.query_one("Editor")
        editor.load_text("print('seven', 3 + 4)")
        await pilot.press("ctrl+r")
        output = screen.query_one(Sheet)
        await until(
            pilot, lambda: "seven\u00a07" in plain_text(output.picture), "the output"
        )


async def test_finding_in_the_editor(app):
    """^F selects the next mention of a word, and `:2` goes to a line."""
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot)
        editor = await opened_exercise(app, pilot, "tiny/double")
        editor.load_text("alpha = 1\nbeta = alpha\n")
        await pilot.press("ctrl+f", *"alpha", "enter")
        assert editor.selected_text == "alpha"
        await pilot.press("enter")
        assert editor.selection.start[0] == 1
        field = app.screen.query_one("Input")
        field.value = ":2"
        await pilot.press("enter")
        assert editor.cursor_location == (1, 0)


async def test_a_file_can_be_run_without_being_judged(app):
    """^R shows what the file prints and records no attempt."""
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot)
        editor = await opened_exercise(app, pilot, "tiny/double")
        editor.load_text("print('as it is')\n")
        await pilot.press("ctrl+r")
        results = app.screen.query_one("Results")
        await until(pilot, lambda: "as it is" in plain_text(results.picture), "the output")
        assert app.services.store.attempts() == []
