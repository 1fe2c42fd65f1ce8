"""A monkey at the keyboard: nothing it does from any screen ends the app or loses its work.

`python -m benchmarks.monkey` does the same 20,000 times.
"""

import pytest

from tests.tui.conftest import TINY, opened, until
from tests.tui.monkey import Monkey, StayingApp
from tests.tui.test_sizes import ROOMS


@pytest.mark.parametrize(
    "room", ["home", "lesson", "exercise", "lab", "theatre", "settings"]
)
async def test_random_input_breaks_nothing(room, monkeypatch, tmp_path):
    """Sixty random things from each screen; the app still answers afterwards."""
    monkeypatch.setenv("DLTUTOR_HOME", str(tmp_path))
    monkeypatch.setenv("EDITOR", "true")
    app = StayingApp(TINY)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot)
        await ROOMS[room](app, pilot)
        monkey = Monkey(pilot, seed=f"{room} 1")
        for _ in range(60):
            await monkey.act()
        app.go_home()
        await until(pilot, lambda: len(app.screen_stack) <= 2, "Home")
        assert app.is_running
