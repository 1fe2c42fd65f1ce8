"""Draws the pictures in the README: real screens of the app, as SVG in docs/pictures.

Uses a fresh home, so that everybody gets the same pictures. Run: make screenshots
"""

import asyncio
import os
import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
WRONG = ROOT / "solutions" / "ann" / "softmax" / "wrong_axis_0.py"


async def main() -> None:
    """Walk through the app and keep a picture of each screen."""
    from tutor.tui.app import TutorApp
    from tutor.tui.widgets.editor import Editor
    from tutor.tui.widgets.page_sheet import PageSheet
    from tutor.tui.widgets.results import Results
    from tutor.tui.widgets.run_view import RunView

    app = TutorApp()
    async with app.run_test(size=(120, 36)) as pilot:

        async def until(condition: Callable[[], object]) -> None:
            while not condition():
                await pilot.pause(0.05)

        await until(lambda: app.is_open and app.screen.map and app.screen.map.lines)
        await pilot.pause(0.5)
        keep(app, "home")

        app.open_place("ann/what_to_minimise")
        await until(lambda: app.screen.query(PageSheet) and app.screen.figures)
        await pilot.pause(1.0)
        await pilot.press("tab")
        await pilot.press(*"1.0", "enter")
        await pilot.pause(0.5)
        keep(app, "lesson")

        app.open_place("ann/softmax")
        await until(lambda: app.screen.query(Editor) and app.screen.draft.saves)
        source = WRONG.read_text("utf-8").partition('"""\n\nimport')[2]
        app.screen.query_one(Editor).load_text("import" + source)
        await pilot.press("ctrl+s")
        results = app.screen.query_one(Results)
        await until(lambda: results.diagnosis is not None)
        await pilot.pause(0.5)
        keep(app, "exercise")

        app.open_place("ann/digits_mlp")
        await until(lambda: app.screen.query(Editor) and app.screen.draft.saves)
        solution = ROOT / "solutions" / "ann" / "digits_mlp" / "solution.py"
        app.screen.query_one(Editor).load_text(solution.read_text("utf-8"))
        await pilot.press("ctrl+w")
        await until(lambda: app.screen.query(RunView))
        view = app.screen.query_one(RunView)
        await until(lambda: view.board.run > 4 and view.board.step > 300)
        await pilot.pause(0.2)
        keep(app, "training")

        app.open_place("ann/boundary_painter")
        await until(lambda: getattr(app.screen, "presets", None))
        await pilot.press("p", "p", "p")
        await pilot.pause(2.0)
        keep(app, "lab")


def keep(app: Any, name: str) -> None:
    """Write the screen as SVG that loads nothing and whose blanks every viewer keeps."""
    picture = app.export_screenshot(title="dltutor")
    picture = picture.replace("&#160;", " ").replace("\u00a0", " ")
    picture = re.sub(r"@font-face \{.*?\}", "", picture, flags=re.DOTALL)
    picture = picture.replace("Fira Code", "DejaVu Sans Mono")
    picture = re.sub(r"<text ", '<text xml:space="preserve" ', picture)
    PICTURES.mkdir(parents=True, exist_ok=True)
    (PICTURES / f"{name}.svg").write_text(picture, encoding="utf-8")
    print(f"docs/pictures/{name}.svg")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:
        os.environ["DLTUTOR_HOME"] = home
        asyncio.run(main())
