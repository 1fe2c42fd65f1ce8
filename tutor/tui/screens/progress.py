"""Progress: what is done, time, and what was learned from mistakes."""

import time
from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from tutor import archive, paths
from tutor.errors import WorkspaceError
from tutor.progress import Mistake, Progress, TopicDone, summary
from tutor.tui.actions import PROGRESS, Table
from tutor.tui.keymap import bindings
from tutor.tui.screens.base import TutorScreen
from tutor.tui.widgets.keybar import KeyBar
from tutor.tui.widgets.sheet import Sheet
from tutor.tui.widgets.titlebar import TitleBar
from tutor.viz.ink import Ink, Picture, Row, Run, pad, row
from tutor.viz.typeset.text import wrap

BAR = 24
SHADES = " ░▒▓█"


class ProgressScreen(TutorScreen):
    """One page of figures."""

    ACTIONS: ClassVar[Table] = PROGRESS
    ABOUT = "Time is counted between things you did, pauses of over ten minutes left out."
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PROGRESS)]

    def compose(self) -> ComposeResult:
        yield TitleBar("Progress")
        yield Sheet()
        yield KeyBar(PROGRESS)

    def ready(self) -> None:
        services = self.services
        found = summary(services.course, services.store)
        deck = services.open_deck()
        coming = deck.forecast()
        self.query_one(Sheet).show(
            lambda width: page(found, coming, services.title, min(width, 90))
        )
        self.query_one(Sheet).focus()

    def action_export(self) -> None:
        """Write the archive beside the learner's files."""
        services = self.services
        stamp = time.strftime("%Y-%m-%d-%H%M")
        path = services.workspace.root / f"dltutor-{stamp}.zip"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            count = archive.write(services.store, services.workspace, path)
        except (OSError, WorkspaceError) as error:
            self.tell(str(error), bad=True)
            return
        self.tell(f"{paths.display(path)} holds {count} texts and all records.", seconds=10)


def page(
    found: Progress, coming: list[int], title_of: Callable[[str], str], width: int
) -> Picture:
    """Return the whole page."""
    rows: Picture = [(), *figures(found, width), ()]
    rows.append(row(Run("Topics", Ink("title", bold=True))))
    rows += [topic_row(topic, width) for topic in found.topics]
    rows += [(), row(Run("The last four weeks", Ink("title", bold=True)))]
    rows += [*days_rows(found.days), ()]
    rows += [row(Run("Reviews due in the next seven days", Ink("title", bold=True))),
             row(Run("  " + "   ".join(map(str, coming)), Ink("text"))), ()]  # fmt: skip
    rows.append(row(Run("Mistakes met", Ink("title", bold=True))))
    rows += mistakes(found.mistakes, title_of, width)
    return [*rows, ()]


def figures(found: Progress, width: int) -> Picture:
    parts = [
        (f"{found.passed}", "exercise passed" if found.passed == 1 else "exercises passed"),
        (f"{found.checks}", "check" if found.checks == 1 else "checks"),
        (f"{found.hours:.1f}", "hours"),
        (f"{found.streak}", "days in a row" if found.streak != 1 else "day in a row"),
    ]
    runs: list[Run] = []
    for value, name in parts:
        text = name.replace(" ", "\u00a0")
        runs += [
            Run(value, Ink("accent", bold=True)),
            Run(f"\u00a0{text}    ", Ink("muted")),
        ]
    return wrap(runs, width)


def topic_row(topic: TopicDone, width: int) -> Row:
    done = topic.lessons[0] + topic.exercises[0]
    of = topic.lessons[1] + topic.exercises[1]
    filled = round(BAR * done / of) if of else 0
    name = (
        topic.title if len(topic.title) <= width - 42 else topic.title[: width - 43] + "…"
    )
    return row(
        "  ",
        Run("━" * filled, Ink("good")),
        Run("─" * (BAR - filled), Ink("faint")),
        *pad((Run(f" {100 * done / of if of else 0:3.0f} %  ", Ink("muted")),), 8),
        Run(name, Ink("text")),
        Run(f"  {done}/{of}", Ink("muted")),
    )


def days_rows(days: tuple[int, ...]) -> Picture:
    """Return four weeks as four rows of seven shades, today last."""
    most = max(days, default=0) or 1
    rows: Picture = []
    for week in range(0, len(days), 7):
        cells = [SHADES[min(4, -(-4 * n // most))] * 2 for n in days[week : week + 7]]
        count = sum(days[week : week + 7])
        rows.append(row("  ", Run(" ".join(cells), Ink("good")),
                        Run(f"   {count} things done", Ink("muted"))))  # fmt: skip
    return rows


def mistakes(
    found: tuple[Mistake, ...], title_of: Callable[[str], str], width: int
) -> Picture:
    if not found:
        text = (
            "None has been named so far. When a check knows your mistake, it stands here."
        )
        return wrap([Run(text, Ink("muted"))], width, row("  "), row("  "))
    rows: Picture = []
    for mistake in reversed(found):
        mark, ink = ("✓", "good") if mistake.overcome else ("◐", "warn")
        state = "overcome" if mistake.overcome else "open"
        times = "" if mistake.times == 1 else f", {mistake.times} times"
        title = title_of(mistake.exercise)
        runs = [Run(mistake.name.replace("_", " "), Ink("text")),
                Run(f"  {title}, {state}{times}", Ink("muted"))]  # fmt: skip
        rows += wrap(runs, width, row(Run(f"  {mark} ", Ink(ink, bold=True))), row("    "))
    return rows
