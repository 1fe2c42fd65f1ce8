"""Three panes: beside each other on a wide screen, one at a time on a narrow one."""

from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Vertical

from tutor.tui.jump import Target
from tutor.tui.screens.base import TutorScreen
from tutor.tui.widgets.editor import Editor
from tutor.tui.widgets.results import Results
from tutor.tui.widgets.sheet import Sheet
from tutor.tui.widgets.titlebar import TitleBar

WIDE = 120
"""Screen width from which all three panes stand beside each other."""
PANES = {"task": "#task", "editor": "#edit", "results": "#found"}
"""Each pane and what holds it."""
FOCUSED = {"task": "#statement", "editor": "Editor", "results": "Results"}
TITLES = {"task": "Task", "editor": "Your code", "results": "Results"}


class PanedScreen(TutorScreen):
    """A screen with a task, an editor and results."""

    DEFAULT_CSS = """
    PanedScreen #panes { layout: horizontal; height: 1fr; }
    PanedScreen .pane {
        height: 1fr; border: round $border; border-title-color: $text-muted;
    }
    PanedScreen .pane:focus-within { border: round $accent; border-title-color: $accent; }
    PanedScreen #left, PanedScreen #right { width: 1fr; }
    PanedScreen.-narrow .pane { display: none; border: none; }
    PanedScreen.-narrow #left, PanedScreen.-narrow #right { display: none; }
    PanedScreen.-narrow.-task #left, PanedScreen.-narrow.-task #task,
    PanedScreen.-narrow.-editor #right, PanedScreen.-narrow.-editor #edit,
    PanedScreen.-narrow.-results #right, PanedScreen.-narrow.-results #found {
        display: block;
    }
    """
    shown_pane = "task"

    def compose_panes(self) -> ComposeResult:
        with Container(id="panes"):
            with Vertical(id="left"), Vertical(id="task", classes="pane"):
                yield Sheet(id="statement")
            with Vertical(id="right"):
                with Vertical(id="edit", classes="pane"):
                    yield Editor()
                with Vertical(id="found", classes="pane"):
                    yield Results()

    def begin_panes(self) -> None:
        """Title the panes and show the first."""
        for pane, holder in PANES.items():
            self.query_one(holder).border_title = TITLES[pane]
        self.fit_panes(self.app.size.width)
        self.show_pane("task")

    def on_resize(self, event: events.Resize) -> None:
        self.fit_panes(event.size.width)

    def fit_panes(self, width: int) -> None:
        self.set_class(width < WIDE, "-narrow")
        self.note_panes()

    def note_panes(self) -> None:
        """Show the panes as tabs where only one is in view."""
        tabs = "  ".join(f"[{n}]" if n == self.shown_pane else n for n in PANES)
        narrow = self.has_class("-narrow")
        self.query_one(TitleBar).note = tabs if narrow else self.wide_note()

    def wide_note(self) -> str:
        """Return what the title bar notes while all panes are in view."""
        return ""

    def show_pane(self, pane: str) -> None:
        """Bring a pane to the front and give it the focus."""
        self.shown_pane = pane
        for name in PANES:
            self.set_class(name == pane, f"-{name}")
        self.note_panes()
        # Only after the refresh is the pane on the screen and able to take the focus.
        self.call_after_refresh(self.query_one(FOCUSED[pane]).focus)

    def action_pane(self) -> None:
        """Go to the editor; from it to the results, or to the task before the first check."""
        if self.current_pane() != "editor":
            self.show_pane("editor")
        else:
            self.show_pane("results" if self.query_one(Results).verdict else "task")

    def action_leave_editor(self) -> None:
        """Go from the editor to the task: a habitual Escape must not leave the exercise."""
        self.show_pane("task")

    def current_pane(self) -> str:
        """Return the pane that has the focus, however it came by it."""
        for pane, holder in PANES.items():
            if self.focused and self.query_one(holder) in self.focused.ancestors:
                return pane
        return self.shown_pane

    def show_results(self) -> None:
        """Bring the results to the front where they are not in view beside the code."""
        if self.has_class("-narrow"):
            self.show_pane("results")

    def targets(self) -> list[Target]:
        """Return the panes in view."""
        found = []
        for pane, holder in PANES.items():
            region = self.query_one(holder).region
            if region.width:
                found.append(Target(region.x + 1, region.y, partial(self.show_pane, pane)))
        return found
