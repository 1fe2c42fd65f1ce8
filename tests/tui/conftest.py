"""An app on the tiny course, ways to its screens, and waiting for conditions, not for time."""

import asyncio
from pathlib import Path

import pytest

from tutor.store import Store
from tutor.tui.app import TutorApp
from tutor.tui.screens.exercise import ExerciseScreen
from tutor.tui.screens.home import HomeScreen
from tutor.tui.screens.lesson import LessonScreen
from tutor.tui.widgets.editor import Editor
from tutor.tui.widgets.page_sheet import PageSheet
from tutor.tui.widgets.sheet import Sheet
from tutor.viz.ink import plain_text

TINY = Path(__file__).parents[1] / "tiny_course"
PATIENCE_S = 30.0


@pytest.fixture
def app(monkeypatch, tmp_path):
    """A fresh learner's app."""
    monkeypatch.setenv("DLTUTOR_HOME", str(tmp_path))
    monkeypatch.setenv("DLTUTOR_WORKSPACE", str(tmp_path / "files"))
    yield TutorApp(TINY)
    Store().close()


async def until(pilot, condition, what="the condition"):
    """Wait until a condition holds."""
    deadline = asyncio.get_running_loop().time() + PATIENCE_S
    while not condition():
        assert asyncio.get_running_loop().time() < deadline, f"{what} never came"
        await pilot.pause(0.02)


async def opened(app, pilot):
    """Wait until Home shows the course."""
    await until(pilot, lambda: isinstance(app.screen, HomeScreen) and app.is_open)
    await until(pilot, lambda: app.screen.map is not None and app.screen.map.lines)


async def opened_page(app, pilot, place=None):
    """Open a lesson, if one is named, and wait until it is set."""
    if place:
        app.open_place(place)
    await until(pilot, lambda: isinstance(app.screen, LessonScreen))
    await until(pilot, lambda: app.screen.query(PageSheet))
    await until(pilot, lambda: app.screen.query_one(PageSheet).page.spots)
    return app.screen.query_one(PageSheet)


async def opened_exercise(app, pilot, place):
    """Open an exercise and wait until its file is in the editor."""
    app.open_place(place)
    await until(pilot, lambda: isinstance(app.screen, ExerciseScreen))
    await until(pilot, lambda: app.screen.draft.saves is not None)
    return app.screen.query_one(Editor)


async def on_screen(app, pilot, kind):
    """Wait until a screen of some kind is on top and drawn."""
    await until(pilot, lambda: isinstance(app.screen, kind), kind.__name__)
    await pilot.pause()
    return app.screen


def shown(app, widget=Sheet):
    """Return the text of a sheet of the screen on top."""
    return plain_text(app.screen.query_one(widget).picture)


def screen_lines(app):
    """Return what the terminal shows, line by line."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip) for strip in strips]
