"""An exercise: the task, the editor, the results; saving checks."""

import os
import shlex
import subprocess
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.timer import Timer
from textual.widgets import Input

from tutor import paths
from tutor.course import Exercise, Kind
from tutor.course.parse import parse
from tutor.course.tasks import Task, read_task
from tutor.errors import HostError, TutorError
from tutor.judge.conversation import Conversation
from tutor.judge.running import ran
from tutor.protocol import CaseResult, Diagnosis, Plan, Starting, Verdict
from tutor.tui.actions import EXERCISE, Table
from tutor.tui.jump import Target
from tutor.tui.keymap import bindings
from tutor.tui.screens.base import TutorScreen
from tutor.tui.widgets.editor import Editor
from tutor.tui.widgets.keybar import KeyBar
from tutor.tui.widgets.results import Results
from tutor.tui.widgets.sheet import Sheet
from tutor.tui.widgets.titlebar import TitleBar
from tutor.viz.ink import Picture
from tutor.viz.typeset.page import typeset
from tutor.workspace import Workspace
from tutor.workspace.saves import Saves

WIDE = 120
"""Screen width from which all three panes stand beside each other."""
LOOK_SECONDS = 0.1
"""Between looks at the file, for saves made elsewhere."""
AUTOSAVE_SECONDS = 0.5
"""Longest time typed text is kept in memory alone."""
AGAIN = ".again"
"""Folder, in the workspace, of files written once more for review."""
PANES = ("task", "editor", "results")


class ExerciseScreen(TutorScreen):
    """Task, editor and results of one exercise."""

    ACTIONS: ClassVar[Table] = EXERCISE
    ABOUT = (
        "The task, your code and the results. Saving checks, here or in your own editor. "
        "Hints are counted, not punished."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(EXERCISE, priority=True)]
    DEFAULT_CSS = """
    ExerciseScreen #panes { layout: horizontal; height: 1fr; }
    ExerciseScreen .pane {
        height: 1fr; border: round $border; border-title-color: $text-muted;
    }
    ExerciseScreen .pane:focus-within { border: round $accent; border-title-color: $accent; }
    ExerciseScreen #left, ExerciseScreen #right { width: 1fr; }
    ExerciseScreen Input { dock: bottom; display: none; margin-bottom: 1; height: 3; }
    ExerciseScreen Input.-asking { display: block; }
    ExerciseScreen.-narrow .pane { display: none; border: none; }
    ExerciseScreen.-narrow #left, ExerciseScreen.-narrow #right { display: none; }
    ExerciseScreen.-narrow.-task #left, ExerciseScreen.-narrow.-task #task,
    ExerciseScreen.-narrow.-editor #right, ExerciseScreen.-narrow.-editor #edit,
    ExerciseScreen.-narrow.-results #right, ExerciseScreen.-narrow.-results #found {
        display: block;
    }
    """

    def __init__(self, exercise: Exercise, *, again: bool = False) -> None:
        super().__init__()
        self.exercise = exercise
        self.again = again
        """Whether it is written once more, for review, in a file of its own."""
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
        yield Input(placeholder="find, or :line", select_on_focus=True)
        yield KeyBar(EXERCISE)

    @property
    def workspace(self) -> Workspace:
        """Where the file is: that of a review lies apart from the learner's own."""
        mine = self.services.workspace
        return Workspace(mine.store, mine.root / AGAIN) if self.again else mine

    def on_mount(self) -> None:
        services, exercise = self.services, self.exercise
        for pane, title in (("task", "Task"), ("edit", "Your code"), ("found", "Results")):
            self.query_one(f"#{pane}").border_title = title
        try:
            path = self.workspace.start(exercise)
            if self.again:
                self.workspace.reset(exercise)
            text = self.workspace.read(exercise)
        except TutorError as error:
            self.tell(str(error), bad=True)
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
        measure = self.services.settings.page_width
        return [
            *typeset(parse(text, str(self.exercise.task)), min(width, measure)).rows,
            (),
        ]

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
        """Keep what is typed, a moment after the first unsaved key."""
        self.unsaved = self.query_one(Editor).text
        if self.autosave is None:
            self.autosave = self.set_timer(AUTOSAVE_SECONDS, self.keep_soon)

    def keep_soon(self) -> None:
        self.autosave = None
        if self.unsaved is not None:
            self.keep_typed()

    def keep_typed(self) -> bool:
        """Write the editor's text to the learner's file; false when that fails."""
        editor = self.query_one(Editor)
        if self.saves is None:
            return False
        text = editor.text
        try:
            self.saves.expect(text)
            self.workspace.save(self.exercise, text)
        except TutorError as error:
            self.tell(str(error), bad=True)
            return False
        editor.mark_kept()
        self.unsaved = None
        return True

    def on_unmount(self) -> None:
        if self.unsaved is not None:
            self.workspace.save(self.exercise, self.unsaved)

    def look(self) -> None:
        """Notice a save made in another editor, and check it."""
        if self.saves is None or not self.saves.changed():
            return
        try:
            text = self.workspace.read(self.exercise)
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
        self.show_results()

    def action_hint(self) -> None:
        """Show one hint more, below the task."""
        self.hints_shown = min(self.hints_shown + 1, len(self.task_text.hints))
        self.services.store.show_hints(self.exercise.id, self.hints_shown)
        sheet = self.query_one("#statement", Sheet)
        sheet.recompose_rows()
        self.show_pane("task")
        sheet.action_scroll_end()
        total = len(self.task_text.hints)
        self.tell(f"Hint {self.hints_shown} of {total}", seconds=2)

    def action_editor(self) -> None:
        """Open the file in the learner's own editor and check what comes back."""
        command = self.services.settings.editor or os.environ.get("VISUAL")
        command = command or os.environ.get("EDITOR")
        path = self.workspace.path(self.exercise)
        if not command:
            self.tell(
                f"Set $EDITOR to use your own editor here, or open {paths.display(path)} "
                "in any editor: saving it there checks it.", seconds=10,
            )  # fmt: skip
            return
        self.keep_typed()
        try:
            with self.app.suspend():
                subprocess.run([*shlex.split(command), str(path)], check=False)
        except (OSError, ValueError, SuspendNotSupported) as error:
            self.tell(f"{command} cannot be started: {error}", bad=True)
        self.look()

    def action_run(self) -> None:
        """Run the file as it is, without judging it."""
        if self.keep_typed():
            self.run_worker(self.run_file(), exclusive=True, group="check")

    async def run_file(self) -> None:
        results, exercise = self.query_one(Results), self.exercise
        source = self.query_one(Editor).text
        results.waiting("running …")
        self.show_results()
        try:
            printed = await ran(
                self.services.checker, source, exercise.needs, uses=exercise.uses,
                filename=f"{exercise.name}.py",
            )  # fmt: skip
        except HostError as error:
            results.broken(str(error))
        else:
            results.printed(printed)

    def show_results(self) -> None:
        if self.has_class("-narrow"):
            self.show_pane("results")

    def action_find(self) -> None:
        """Ask for a word or a line."""
        field = self.query_one(Input)
        field.add_class("-asking")
        field.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the next mention of a word, or to a line; the field stays for the next."""
        wanted, editor = event.value, self.query_one(Editor)
        if wanted.startswith(":") and wanted[1:].isdecimal():
            editor.go_to_line(int(wanted[1:]))
            self.end_find()
        elif wanted and not editor.find_next(wanted):
            self.tell(f"“{wanted}” is not in your code.", seconds=2)

    def end_find(self) -> None:
        self.query_one(Input).remove_class("-asking")
        self.show_pane("editor")

    def targets(self) -> list[Target]:
        """Return the panes in view."""
        found = []
        for pane, holder in zip(PANES, ("#task", "#edit", "#found"), strict=True):
            region = self.query_one(holder).region
            if region.width:
                found.append(Target(region.x + 1, region.y, partial(self.show_pane, pane)))
        return found

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
            self.tell("Only capstones train. Saving checks this exercise.")

    def action_versions(self) -> None:
        """List all earlier texts, the starter too."""
        from tutor.tui.screens.versions import VersionsScreen

        if self.keep_typed():
            text = self.query_one(Editor).text
            self.app.push_screen(VersionsScreen(self.exercise, text, self.restore))

    def restore(self, text: str) -> None:
        """Put an earlier text in place of the present one, which is kept."""
        try:
            self.workspace.save(self.exercise, text, "before restore")
        except TutorError as error:
            self.tell(str(error), bad=True)
            return
        if self.saves:
            self.saves.expect(text)
        self.unsaved = None
        self.query_one(Editor).load(text)
        self.show_pane("editor")
        self.tell("It is back; the text that was here stands in the list too.")

    def action_back(self) -> None:
        if self.query_one(Input).has_class("-asking"):
            self.end_find()
        else:
            super().action_back()


def failing_line(verdict: Verdict) -> int | None:
    """Return the line of the learner's file that an error happened on."""
    notes = [verdict.feedback, *(case.feedback for case in verdict.cases)]
    for feedback in notes:
        if feedback and feedback.places:
            return feedback.places[-1].line
    return None
