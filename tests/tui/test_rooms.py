"""Review, progress, settings and the reference: the rooms beside the path."""

from tests.tui.conftest import (
    on_screen,
    opened,
    opened_exercise,
    opened_page,
    screen_lines,
    shown,
    until,
)
from tests.tui.episodes import EPISODES
from tutor import settings
from tutor.store import Attempt
from tutor.tui.screens.exercise import ExerciseScreen
from tutor.tui.screens.progress import ProgressScreen
from tutor.tui.screens.review import ReviewScreen
from tutor.tui.screens.settings import KEY_ACTIONS, KeyScreen, SettingsScreen
from tutor.tui.screens.solution import SolutionScreen
from tutor.tui.screens.theatre import TheatreScreen
from tutor.tui.widgets.choices import Choices
from tutor.viz.ink import plain_text

DAY = 86_400.0


def passed(store, exercise, source="def double(x):\n    return 2 * x\n"):
    sha = store.keep(exercise, source, "checked")
    store.record(Attempt(exercise, sha, "passed", 1, 2, 2, 1.0))


async def test_a_wrong_answer_comes_back_for_review(app):
    """A question answered wrongly is due soon; answered right it rests for days."""
    async with app.run_test() as pilot:
        await opened(app, pilot)
        store = app.services.store
        now = store.clock()
        store.clock = lambda: now - DAY
        store.answer("tiny/first", "twice", "9", False)
        store.clock = lambda: now
        await pilot.press("r")
        screen = await on_screen(app, pilot, ReviewScreen)
        await until(pilot, lambda: screen.now is not None, "a card")
        assert "What is twice 3?" in shown(app)
        await until(pilot, lambda: screen.query_one("Input").has_focus)
        await pilot.press("6", "enter")
        await until(pilot, lambda: screen.given == "6")
        assert screen.proposed == 3
        await pilot.press("enter")
        await until(pilot, lambda: screen.now is None, "the end")
        assert screen.done == 1
        assert store.due_cards(now) == []


async def test_a_passed_exercise_is_written_once_more(app):
    """Its card opens the starter in another file; the passed text stays."""
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot)
        store, now = app.services.store, app.services.store.clock()
        own = app.services.workspace.start(app.services.course.exercise("double"))
        own.write_text("mine\n", "utf-8")
        store.clock = lambda: now - 9 * DAY
        passed(store, "tiny/double")
        store.clock = lambda: now
        await pilot.press("r")
        screen = await on_screen(app, pilot, ReviewScreen)
        await until(pilot, lambda: screen.now is not None, "a card")
        await pilot.press("enter")
        again = await on_screen(app, pilot, ExerciseScreen)
        await until(pilot, lambda: again.draft.saves is not None)
        assert "TODO" in again.query_one("Editor").text
        assert own.read_text("utf-8") == "mine\n"


async def test_home_says_what_is_due(app):
    """The number of due cards stands on Home."""
    async with app.run_test() as pilot:
        await opened(app, pilot)
        now = app.services.store.clock()
        app.services.store.clock = lambda: now - DAY
        app.services.store.answer("tiny/first", "pick", "0", False)
        app.services.store.clock = lambda: now
        app.screen.fill()
        await until(
            pilot, lambda: any("1 review card is due" in x for x in screen_lines(app))
        )


async def test_progress_shows_mistakes_overcome_and_exports(app, tmp_path):
    """A mistake named and passed since is overcome; `e` writes the archive."""
    async with app.run_test() as pilot:
        await opened(app, pilot)
        store = app.services.store
        sha = store.keep("tiny/double", "wrong\n", "checked")
        store.record(Attempt("tiny/double", sha, "failed", 1, 0, 2, 1.0, "square"))
        passed(store, "tiny/double")
        await pilot.press("p")
        await on_screen(app, pilot, ProgressScreen)
        await until(pilot, lambda: "square" in shown(app), "the mistake")
        assert "overcome" in shown(app)
        await pilot.press("e")
        await until(pilot, lambda: list((tmp_path / "files").glob("dltutor-*.zip")))


async def test_settings_hold_at_once_and_are_kept(app):
    """Turning a value changes the app and the file."""
    async with app.run_test() as pilot:
        await opened(app, pilot)
        await pilot.press("comma")
        await on_screen(app, pilot, SettingsScreen)
        await pilot.press("right")
        await until(pilot, lambda: app.theme == "dltutor-light")
        assert settings.load().theme == "light"
        await pilot.press("down", "right")
        await until(pilot, lambda: app.has_class("-ascii"))
        await until(pilot, lambda: "".join(screen_lines(app)).isascii(), "ASCII alone")


async def test_a_key_can_be_changed(app):
    """A new key does what the old one did, and the footer says so; a taken one is refused."""
    async with app.run_test() as pilot:
        await opened(app, pilot)
        app.action_open_settings()
        screen = await on_screen(app, pilot, SettingsScreen)
        names = [action.id for action in KEY_ACTIONS]
        at = len(settings.CHOICES) + names.index("home.continue")
        screen.query_one(Choices).put_cursor(at)
        await pilot.press("enter")
        await on_screen(app, pilot, KeyScreen)
        await pilot.press("z")
        await until(pilot, lambda: settings.load().keys == {"home.continue": "z"})
        await pilot.press("enter")
        await on_screen(app, pilot, KeyScreen)
        await pilot.press("question_mark")
        await on_screen(app, pilot, SettingsScreen)
        assert settings.load().keys == {"home.continue": "z"}
        await pilot.press("escape")
        await opened(app, pilot)
        assert any("z continue" in line for line in screen_lines(app))
        await pilot.press("z")
        await opened_page(app, pilot)


async def test_a_broken_settings_file_is_told_and_left_alone(app, tmp_path):
    """A misspelt name is told with its nearest; the file stays as it was."""
    path = tmp_path / "config" / "settings.toml"
    path.parent.mkdir()
    path.write_text('them = "dark"\n', "utf-8")
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot)
        await until(pilot, lambda: len(app._notifications))
        assert "Did you mean theme" in next(iter(app._notifications)).message
        app.action_next_theme()
        await pilot.pause()
        assert path.read_text("utf-8") == 'them = "dark"\n'


async def test_after_a_pass_both_programs_are_timed(app):
    """The reference stands beside one's own, each with its speed."""
    async with app.run_test(size=(160, 48)) as pilot:
        await opened(app, pilot)
        editor = await opened_exercise(app, pilot, "tiny/double")
        passed(app.services.store, "tiny/double")
        editor.load_text("def double(x):\n    return 2 * x\n")
        await pilot.press("ctrl+s", "ctrl+k")
        screen = await on_screen(app, pilot, SolutionScreen)
        mine, theirs = screen.query("Sheet")
        await until(pilot, lambda: "ms for" in plain_text(mine.picture), "the speed")
        assert "ms for" in plain_text(theirs.picture)


async def test_an_episode_plays_to_its_end(app):
    """Space plays; the step comes to the last."""
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot)
        app.push_screen(TheatreScreen("An agent", "tiny/double", list(EPISODES)))
        screen = await on_screen(app, pilot, TheatreScreen)
        await pilot.press("space", "plus", "plus")
        await until(pilot, lambda: screen.step == screen.last_step, "the last step")
        await pilot.press("home")
        assert screen.step == 0
