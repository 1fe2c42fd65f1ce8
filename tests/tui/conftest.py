"""An app on the tiny course, and waiting for conditions instead of for time."""

import asyncio
from pathlib import Path

import pytest

from tutor.store import Store
from tutor.tui.app import TutorApp

TINY = Path(__file__).parents[1] / "tiny_course"
PATIENCE_S = 12.0


@pytest.fixture
def app(monkeypatch, tmp_path):
    """A fresh learner's app."""
    monkeypatch.setenv("DLTUTOR_HOME", str(tmp_path))
    monkeypatch.setenv("DLTUTOR_WORKSPACE", str(tmp_path / "files"))
    yield TutorApp(TINY)
    Store().close()


@pytest.fixture
def until():
    """Return a coroutine function that waits until a condition holds."""

    async def wait(pilot, condition, what="the condition"):
        deadline = asyncio.get_running_loop().time() + PATIENCE_S
        while not condition():
            assert asyncio.get_running_loop().time() < deadline, f"{what} never came"
            await pilot.pause(0.02)

    return wait
