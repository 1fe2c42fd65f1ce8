"""Every screen at every size: nothing overflows, keys and title stay, glyphs can be plain."""

import pytest
from rich.cells import cell_len

from tests.tui.conftest import (
    on_screen,
    opened,
    opened_exercise,
    opened_page,
    screen_lines,
    until,
)
from tests.tui.episodes import EPISODES, RECORDS
from tutor.runs import Runs
from tutor.tui.screens.comparing import CompareScreen
from tutor.tui.screens.lab import LabScreen
from tutor.tui.screens.replay import ReplayScreen
from tutor.tui.screens.theatre import TheatreScreen
from tutor.tui.widgets.keybar import KeyBar
from tutor.tui.widgets.sheet import Sheet
from tutor.viz.ink import picture_width

SIZES = pytest.mark.parametrize(
    "size", [(60, 20), (80, 24), (100, 30), (160, 48)], ids="{0[0]}x{0[1]}".format
)


def kept_run(title="A run"):
    """Return the summary of a run with something of every kind in it."""
    with Runs().begin("tiny/double", title) as writer:
        writer.take(RECORDS)
        writer.finish("passed", {"accuracy": 0.9})
    return Runs().list()[0]


async def lesson(app, pilot):
    await opened_page(app, pilot, "tiny/first")


async def exercise(app, pilot):
    await opened_exercise(app, pilot, "tiny/double")


async def lab(app, pilot):
    app.open_place("tiny/knobs")
    screen = await on_screen(app, pilot, LabScreen)
    await until(pilot, lambda: screen.knobs and not screen.drawing, "a scene")


async def replay(app, pilot):
    app.push_screen(ReplayScreen(kept_run()))
    screen = await on_screen(app, pilot, ReplayScreen)
    await until(pilot, lambda: screen.shown == len(screen.moments) > 0, "the run")


async def comparing(app, pilot):
    app.push_screen(CompareScreen([kept_run("one").id, kept_run("two").id]))
    screen = await on_screen(app, pilot, CompareScreen)
    await until(pilot, lambda: screen.found is not None, "both runs")


async def theatre(app, pilot):
    app.push_screen(TheatreScreen("An agent", "tiny/double", list(EPISODES)))
    await on_screen(app, pilot, TheatreScreen)


def action(name):
    async def go(app, pilot):
        await app.screen.run_action(name)
        await pilot.pause()

    return go


ROOMS = {
    "home": lambda app, pilot: pilot.pause(),
    "lesson": lesson,
    "exercise": exercise,
    "lab": lab,
    "replay": replay,
    "comparing": comparing,
    "theatre": theatre,
    "review": action("app.open_reviews"),
    "progress": action("app.open_progress"),
    "runs": action("app.open_runs"),
    "settings": action("app.open_settings"),
    "search": action("screen.search"),
    "help": action("screen.help"),
}


@SIZES
@pytest.mark.parametrize("room", ROOMS)
async def test_nothing_overflows(app, room, size):
    """Every sheet keeps to its width, every line to the screen, and `?` stays in the footer."""
    async with app.run_test(size=size) as pilot:
        await opened(app, pilot)
        await ROOMS[room](app, pilot)
        await pilot.pause()
        for sheet in in_view(app):
            assert picture_width(sheet.picture) <= sheet.room, sheet
        lines = screen_lines(app)
        assert {cell_len(line) for line in lines} == {size[0]}
        assert len(lines) == size[1]
        for bar in app.screen.query(KeyBar):
            text = bar.render_line(0).text
            assert text.rstrip().endswith("? help")


@pytest.mark.parametrize("room", ROOMS)
async def test_every_size_can_be_had(app, room):
    """Resizing at any moment, down to a few cells and back, breaks nothing."""
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(app, pilot)
        await ROOMS[room](app, pilot)
        screen = app.screen
        for size in ((40, 10), (12, 4), (200, 60), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert app.screen is screen
        await until(
            pilot,
            lambda: all(picture_width(s.picture) <= s.room for s in in_view(app)),
            "rows that fit",
        )


def in_view(app):
    """Return the sheets that can be seen."""
    return [s for s in app.screen.query(Sheet) if s.region and s.room > 0]


@pytest.mark.parametrize("room", ROOMS)
async def test_a_room_can_be_left_while_it_works(app, room):
    """Going home, and on to something else, while a screen still loads ends nothing."""
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(app, pilot)
        await ROOMS[room](app, pilot)
        app.go_home()
        app.open_place("tiny/knobs")
        app.open_place("tiny/first")
        await opened_page(app, pilot)
