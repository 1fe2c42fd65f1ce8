"""Screens: keys in the editor, long lessons, resizing, charts and frames, beside baselines.

Processor time of this process, so that a busy machine changes little; the least of several
rounds. Baselines run in turn with ours: a bare Textual TextArea, Textual's Markdown, plotext.
"""

import asyncio
import os
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import numpy as np

ROUNDS = 5
LINES = 300
WORDS = 5000
WHOLE_ROWS = 500
"""More rows than the first screen has, fewer than the whole lesson."""
Deed = Callable[[], Awaitable[None]]


async def milliseconds(deed: Deed, rounds: int = ROUNDS) -> float:
    """Return the least processor time of a deed."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        await deed()
        best = min(best, time.process_time() - start)
    return best * 1000


def course_with_a_long_lesson(folder: Path) -> Path:
    """Write a course of one lesson of 5,000 words: the first topic's, one after the other."""
    source = Path(__file__).parents[1] / "lessons" / "ann"
    texts = [p.read_text("utf-8").split("---\n", 2)[2] for p in sorted(source.glob("*.md"))]
    body, words = "", 0
    while words < WORDS:
        for text in texts:
            kept = "\n".join(x for x in text.split("\n") if not x.startswith(":::"))
            body += kept.replace("\n# ", "\n## ")
        words = len(body.split())
    lessons = folder / "lessons" / "long"
    lessons.mkdir(parents=True)
    for part in ("exercises", "solutions"):
        (folder / part).mkdir()
    (folder / "lessons" / "course.toml").write_text(
        'title = "Long"\n[[topic]]\nslug = "long"\ntitle = "Long"\nlessons = ["01_long"]\n',
        "utf-8",
    )
    (lessons / "01_long.md").write_text(
        f'---\ntitle = "Long"\n---\n\n# Long\n\n{body}', "utf-8"
    )
    return folder


async def editor() -> tuple[float, float]:
    """Return milliseconds a key in our editor at 300 lines, and in a bare text area."""
    from textual.app import App, ComposeResult
    from textual.widgets import TextArea

    from tutor.tui.app import TutorApp
    from tutor.tui.widgets.editor import Editor

    text = "\n".join(f"value_{i} = compute({i}, 'text')  # line {i}" for i in range(LINES))

    class Bare(App[None]):
        def compose(self) -> ComposeResult:
            yield TextArea.code_editor(text, language="python")

    async def keys(app: App[None], kind: type[TextArea]) -> float:
        async with app.run_test(size=(120, 40)) as pilot:
            if isinstance(app, TutorApp):
                while not app.is_open:
                    await pilot.pause(0.05)
                app.open_place("ann/softmax")
                while not app.screen.query(kind) or app.screen.draft.saves is None:  # type: ignore[attr-defined]
                    await pilot.pause(0.05)
                app.screen.query_one(kind).load_text(text)
            area = app.screen.query_one(kind)
            area.focus()
            area.move_cursor((LINES // 2, 0))
            await pilot.pause(0.2)

            async def ten() -> None:
                await pilot.press(*"abcdefghij")

            return await milliseconds(ten) / 10

    return await keys(TutorApp(), Editor), await keys(Bare(), TextArea)


async def lesson(folder: Path) -> dict[str, tuple[float, float]]:
    """Return milliseconds to open, and to resize, a lesson of 5,000 words, and Markdown's."""
    from textual.app import App, ComposeResult
    from textual.widgets import Markdown

    from tutor.tui.app import TutorApp
    from tutor.tui.widgets.page_sheet import PageSheet

    path = folder / "lessons" / "long" / "01_long.md"
    app = TutorApp(folder)
    found = {}
    async with app.run_test(size=(100, 30)) as pilot:
        while not app.is_open:
            await pilot.pause(0.05)
        await pilot.pause(1.5)  # looks at Home, as people do
        start = time.process_time()
        app.open_place("long/long")
        while (
            not app.screen.query(PageSheet) or not app.screen.query_one(PageSheet).page.rows
        ):
            await pilot.pause(0.005)
        ours_first = (time.process_time() - start) * 1000
        while len(app.screen.query_one(PageSheet).page.rows) < WHOLE_ROWS:
            await pilot.pause(0.005)
        ours_open = (time.process_time() - start) * 1000
        await pilot.pause(3)
        sizes = [(100, 30), (90, 30)]

        async def resize() -> None:
            sizes.reverse()
            sheet, before = (
                app.screen.query_one(PageSheet),
                app.screen.query_one(PageSheet).set_for,
            )
            await pilot.resize_terminal(*sizes[0])
            while sheet.set_for == before:
                await pilot.pause(0.005)

        ours_resize = await milliseconds(resize)

    class Bare(App[None]):
        def compose(self) -> ComposeResult:
            yield Markdown("")

    bare = Bare()
    async with bare.run_test(size=(100, 30)) as pilot:
        start = time.process_time()
        await bare.query_one(Markdown).update(path.read_text("utf-8"))
        await pilot.pause()
        theirs_open = (time.process_time() - start) * 1000
        start = time.process_time()
        await pilot.resize_terminal(90, 30)
        await pilot.pause(0.3)
        theirs_resize = (time.process_time() - start) * 1000
    found["first screen of a lesson of 5,000 words"] = (ours_first, theirs_open)
    found["all of it"] = (ours_open, theirs_open)
    found["resize it"] = (ours_resize, theirs_resize)
    return found


def drawing() -> Iterator[tuple[str, float]]:
    """Yield milliseconds to draw a chart of 4 x 1,000 points and a frame of 600 x 400."""
    from tutor.viz.chart import Series, line_chart
    from tutor.viz.image import image

    rng = np.random.default_rng(0)
    x = np.arange(1000)
    series = [Series(f"s{i}", x, np.cumsum(rng.normal(size=1000))) for i in range(4)]
    frame = rng.integers(0, 255, (400, 600, 3), dtype=np.uint8)

    def timed(draw: Callable[[], object]) -> float:
        best = float("inf")
        for _ in range(3 * ROUNDS):
            start = time.process_time()
            draw()
            best = min(best, time.process_time() - start)
        return best * 1000

    yield (
        "chart, 4 x 1,000 points, 120x40",
        timed(lambda: line_chart(series, width=120, height=40)),
    )
    yield (
        "frame 600x400 as 100x40 half-blocks",
        timed(lambda: image(frame, width=100, height=40)),
    )


async def idle(seconds: float = 8.0) -> float:
    """Return the share of a core that an idle Home takes."""
    from tutor.tui.app import TutorApp

    app = TutorApp()
    async with app.run_test(size=(100, 30)) as pilot:
        while not app.is_open:
            await pilot.pause(0.05)
        await asyncio.sleep(2)
        start = time.process_time()
        await asyncio.sleep(seconds)
        return (time.process_time() - start) / seconds


def measure() -> Iterator[str]:
    """Yield the table."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DLTUTOR_HOME"] = f"{folder}/home"
        ours, theirs = asyncio.run(editor())
        yield f"{'a key in the editor, 300 lines':<38} {ours:7.1f} ms   bare TextArea {theirs:6.1f}"
        long = course_with_a_long_lesson(Path(folder) / "long")
        for name, (mine, other) in asyncio.run(lesson(long)).items():
            yield f"{name:<38} {mine:7.1f} ms   Markdown widget {other:6.1f}"
        for name, taken in drawing():
            yield f"{name:<38} {taken:7.1f} ms"
        yield f"{'idle on Home':<38} {100 * asyncio.run(idle()):7.2f} % of a core"


if __name__ == "__main__":
    for line in measure():
        print(line)
