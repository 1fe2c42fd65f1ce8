"""An exercise: the task, the editor, the results; saving checks."""

import os
import subprocess
from typing import ClassVar

from textual import events
from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.timer import Timer

from tutor import paths
from tutor.course import Exercise, Kind
from tutor.course.parse import parse
from tutor.course.tasks import Task, read_task
from tutor.errors import HostError, TutorError
from tutor.judge.conversation import Conversation
from tutor.protocol import CaseResult, Diagnosis, Plan, Starting, Verdict
from tutor.tui.actions import EXERCISE, bindings, hints
from tutor.tui.screens.base import TutorScreen
from tutor.tui.widgets.editor import Editor
from tutor.tui.widgets.keybar import KeyBar
from tutor.tui.widgets.results import Results
from tutor.tui.widgets.sheet import Sheet
from tutor.tui.widgets.titlebar import TitleBar
from tutor.viz.ink import Picture
from tutor.viz.typeset.page import typeset
from tutor.workspace.saves import Saves

WIDE = 120
"""Screen width from which all three panes stand beside each other."""
LOOK_SECONDS = 0.1
"""Between looks at the file, for saves made elsewhere."""
AUTOSAVE_SECONDS = 0.4
PANES = ("task", "editor", "results")


class ExerciseScreen(TutorScreen):
    """Task, editor and results of one exercise."""

    ACTIONS = EXERCISE
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(EXERCISE, priority=True)]
    DEFAULT_CSS = """
    ExerciseScreen #panes { layout: horizontal; height: 1fr; }
    ExerciseScreen .pane {
        height: 1fr; border: round $border; border-title-color: $text-muted;
    }
    ExerciseScreen .pane:focus-within { border: round $accent; border-title-color: $accent; }
    ExerciseScreen #left, ExerciseScreen #right { width: 1fr; }
    ExerciseScreen.-narrow .pane { display: none; border: none; }
    ExerciseScreen.-narrow #left, ExerciseScreen.-narrow #right { display: none; }
    ExerciseScreen.-narrow.-task #left, ExerciseScreen.-narrow.-task #task,
    ExerciseScreen.-narrow.-editor #right, ExerciseScreen.-narrow.-editor #edit,
    ExerciseScreen.-narrow.-results #right, ExerciseScreen.-narrow.-results #found {
        display: block;
    }
    """

    def __init__(self, exercise: Exercise) -> None:
        super().__init__()
        self.exercise = exercise
        self.task_text: Task = read_task(exercise)
        self.hints_shown = 0
        self.shown_pane = "task"
        self.saves: Saves | None = None
        self.autosave: Timer | None = None
        self.unsaved: str | None = None
        """Typed text that is not in the file yet."""

    def compose(self) -> ComposeResult:
        yield TitleBar(self.exercise.title)
        with Container(id="panes"):
            with Vertical(id="left"), Vertical(id="task", classes="pane"):
                yield Sheet(id="statement")
            with Vertical(id="right"):
                with Vertical(id="edit", classes="pane"):
                    yield Editor()
                with Vertical(id="found", classes="pane"):
                    yield Results()
        yield KeyBar(hints(EXERCISE))

    def on_mount(self) -> None:
        services, exercise = self.services, self.exercise
        for pane, title in (("task", "Task"), ("edit", "Your code"), ("found", "Results")):
            self.query_one(f"#{pane}").border_title = title
        try:
            path = services.workspace.start(exercise)
            text = services.workspace.read(exercise)
        except TutorError as error:
            self.notify(str(error), severity="error", timeout=60, markup=False)
            return
        self.saves = Saves(path)
        self.query_one(Editor).load(text)
        self.hints_shown = services.store.hints_shown(exercise.id)
        self.query_one("#statement", Sheet).show(self.set_task)
        self.query_one(Results).greet(paths.display(path))
        self.fit_panes(self.app.size.width)
        self.show_pane("task")
        self.set_interval(LOOK_SECONDS, self.look)
        if exercise.needs != "numpy":
            self.run_worker(self.tutor.hold_host(exercise.needs), group="host")

    def set_task(self, width: int) -> Picture:
        """Return the statement with the hints asked for so far."""
        text = self.task_text.statement
        for hint in self.task_text.hints[: self.hints_shown]:
            text += f"\n\n{hint.replace('### ', '## Hint: ', 1)}"
        return [*typeset(parse(text, str(self.exercise.task)), min(width, 90)).rows, ()]

    def on_resize(self, event: events.Resize) -> None:
        self.fit_panes(event.size.width)

    def fit_panes(self, width: int) -> None:
        self.set_class(width < WIDE, "-narrow")

    def show_pane(self, pane: str) -> None:
        """Bring a pane to the front and give it the focus."""
        self.shown_pane = pane
        for name in PANES:
            self.set_class(name == pane, f"-{name}")
        bar = self.query_one(TitleBar)
        narrow = self.has_class("-narrow")
        tabs = "  ".join(f"[{n}]" if n == pane else n for n in PANES)
        bar.note = tabs if narrow else self.exercise.id
        target = {"task": "#statement", "editor": "Editor", "results": "Results"}[pane]
        # Only after the refresh is the pane on the screen and able to take the focus.
        self.call_after_refresh(self.query_one(target).focus)

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
        for pane, holder in zip(PANES, ("#task", "#edit", "#found"), strict=True):
            if (
                self.focused is not None
                and self.query_one(holder) in self.focused.ancestors
            ):
                return pane
        return self.shown_pane

    def on_editor_edited(self, event: Editor.Edited) -> None:
        """Keep what is typed, a moment after the typing pauses."""
        self.unsaved = self.query_one(Editor).text
        if self.autosave is not None:
            self.autosave.stop()
        self.autosave = self.set_timer(AUTOSAVE_SECONDS, self.keep_typed)

    def keep_typed(self) -> bool:
        """Write the editor's text to the learner's file; false when that fails."""
        editor = self.query_one(Editor)
        if self.saves is None:
            return False
        text = editor.text
        try:
            self.saves.expect(text)
            self.services.workspace.save(self.exercise, text)
        except TutorError as error:
            self.notify(str(error), severity="error", timeout=30, markup=False)
            return False
        editor.mark_kept()
        self.unsaved = None
        return True

    def on_unmount(self) -> None:
        if self.unsaved is not None:
            self.services.workspace.save(self.exercise, self.unsaved)

    def look(self) -> None:
        """Notice a save made in another editor, and check it."""
        if self.saves is None or not self.saves.changed():
            return
        try:
            text = self.services.workspace.read(self.exercise)
        except TutorError:
            return
        self.query_one(Editor).load(text)
        self.begin_check(text)

    def action_check(self) -> None:
        """Save and check."""
        if self.keep_typed():
            self.begin_check(self.query_one(Editor).text)

    def begin_check(self, source: str) -> None:
        self.run_worker(self.check(source), exclusive=True, group="check")

    async def check(self, source: str) -> None:
        """Ask for a verdict and show its parts as they come."""
        results = self.query_one(Results)
        results.begin()
        editor = self.query_one(Editor)
        editor.mark_line(None)
        request = self.services.checker.request(self.exercise, source)
        try:
            async for event in Conversation(request, self.exercise.needs):
                self.services.checker.note(self.exercise, source, event)
                if isinstance(event, Starting):
                    results.waiting(event.what)
                elif isinstance(event, Plan):
                    results.plan(event.cases)
                elif isinstance(event, CaseResult):
                    results.case(event)
                elif isinstance(event, Verdict):
                    self.decided(event)
                elif isinstance(event, Diagnosis):
                    results.diagnosed(event)
        except HostError as error:
            results.broken(str(error))

    def decided(self, verdict: Verdict) -> None:
        """Show a verdict and what to do next."""
        after = self.services.course.after(self.exercise.id)
        next_title = after.title if after else ""
        self.query_one(Results).decided(
            verdict, next_title, self.exercise.kind is Kind.CAPSTONE
        )
        self.query_one(Editor).mark_line(failing_line(verdict))
        if self.has_class("-narrow"):
            self.show_pane("results")

    def action_hint(self) -> None:
        """Show one hint more, below the task."""
        self.hints_shown = min(self.hints_shown + 1, len(self.task_text.hints))
        self.services.store.show_hints(self.exercise.id, self.hints_shown)
        sheet = self.query_one("#statement", Sheet)
        sheet.recompose_rows()
        self.show_pane("task")
        sheet.action_scroll_end()
        total = len(self.task_text.hints)
        self.notify(f"Hint {self.hints_shown} of {total}", timeout=2, markup=False)

    def action_editor(self) -> None:
        """Open the file in the learner's own editor and check what comes back."""
        command = os.environ.get("VISUAL") or os.environ.get("EDITOR")
        path = self.services.workspace.path(self.exercise)
        if not command:
            self.notify(
                f"Set $EDITOR to use your own editor here, or open {paths.display(path)} "
                "in any editor: saving it there checks it.", timeout=10, markup=False,
            )  # fmt: skip
            return
        self.keep_typed()
        try:
            with self.app.suspend():
                subprocess.run([*command.split(), str(path)], check=False)
        except (OSError, SuspendNotSupported) as error:
            self.notify(
                f"{command} cannot be started: {error}", severity="error", markup=False
            )
        self.look()

    def action_next(self) -> None:
        if after := self.services.course.after(self.exercise.id):
            self.tutor.open_place(after.id)

    def action_lesson(self) -> None:
        """Go to the paragraph of the mistake found, or to the lesson of this exercise."""
        target = self.query_one(Results).lesson
        if target:
            place, _, anchor = target.partition("#")
            self.tutor.open_place(place, anchor)
        elif lesson := self.services.course.lesson_of(self.exercise):
            self.tutor.open_place(lesson.id)

    def action_solution(self) -> None:
        """Show the reference, after a pass or when asked twice."""
        from tutor.tui.screens.solution import SolutionScreen

        standing = self.services.store.standings().get(self.exercise.id)
        passed = bool(standing and standing.status == "passed")
        self.app.push_screen(SolutionScreen(self.exercise, passed))

    def action_watch(self) -> None:
        """Watch a capstone train."""
        from tutor.tui.screens.training import TrainingScreen

        if self.exercise.kind is Kind.CAPSTONE and self.keep_typed():
            source = self.query_one(Editor).text
            self.app.push_screen(TrainingScreen(self.exercise, source))
        else:
            self.notify("Only capstones train. ^S checks this exercise.", markup=False)

    def action_reset(self) -> None:
        """Put the starter back; the old text is kept."""
        self.keep_typed()
        self.services.workspace.reset(self.exercise)
        text = self.services.workspace.read(self.exercise)
        if self.saves:
            self.saves.expect(text)
        self.query_one(Editor).load(text)
        self.notify(
            f"The starter is back. `dltutor restore {self.exercise.id}` lists your texts.",
            markup=False,
        )


def failing_line(verdict: Verdict) -> int | None:
    """Return the line of the learner's file that an error happened on."""
    notes = [verdict.feedback, *(case.feedback for case in verdict.cases)]
    for feedback in notes:
        if feedback and feedback.places:
            return feedback.places[-1].line
    return None
