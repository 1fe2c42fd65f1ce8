"""An exercise: the task, the editor, the results; saving checks."""

from functools import cached_property
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.timer import Timer

from tutor.course import Exercise, Kind
from tutor.course.parse import parse
from tutor.course.tasks import Task, read_task
from tutor.errors import HostError, TutorError
from tutor.judge.conversation import Conversation
from tutor.judge.running import ran
from tutor.protocol import CaseResult, Diagnosis, Plan, Starting, Verdict
from tutor.tui import own_editor
from tutor.tui.actions import EXERCISE, Table
from tutor.tui.draft import Draft
from tutor.tui.keymap import bindings
from tutor.tui.screens.panes import PanedScreen
from tutor.tui.widgets.editor import Editor
from tutor.tui.widgets.finder import Finder
from tutor.tui.widgets.keybar import KeyBar
from tutor.tui.widgets.results import Results
from tutor.tui.widgets.sheet import Sheet
from tutor.tui.widgets.titlebar import TitleBar
from tutor.viz.ink import Picture
from tutor.viz.typeset.page import typeset

LOOK_SECONDS = 0.1
"""Between looks at the file, for saves made elsewhere."""
AUTOSAVE_SECONDS = 0.5
"""Longest time typed text is kept in memory alone."""


class ExerciseScreen(PanedScreen):
    """Task, editor and results of one exercise."""

    ACTIONS: ClassVar[Table] = EXERCISE
    ABOUT = (
        "The task, your code and the results. Saving checks, here or in your own editor. "
        "Hints are counted, not punished."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(EXERCISE, priority=True)]

    def __init__(self, exercise: Exercise, *, again: bool = False) -> None:
        super().__init__()
        self.exercise = exercise
        self.again = again
        """Whether it is written once more, for review, in a file of its own."""
        self.task_text: Task = read_task(exercise)
        self.hints_shown = 0
        self.autosave: Timer | None = None

    def compose(self) -> ComposeResult:
        yield TitleBar(self.exercise.title)
        yield from self.compose_panes()
        yield Finder()
        yield KeyBar(EXERCISE)

    @cached_property
    def draft(self) -> Draft:
        """The learner's file."""
        return Draft(self.services.workspace, self.exercise, again=self.again)

    @property
    def editor(self) -> Editor:
        return self.query_one(Editor)

    @property
    def results(self) -> Results:
        return self.query_one(Results)

    def wide_note(self) -> str:
        return self.exercise.id

    def ready(self) -> None:
        services, exercise = self.services, self.exercise
        self.begin_panes()
        try:
            self.editor.load(self.draft.open())
        except TutorError as error:
            self.tell(str(error), bad=True)
            return
        self.hints_shown = services.store.hints_shown(exercise.id)
        self.query_one("#statement", Sheet).show(self.set_task)
        self.results.greet(self.draft.path)
        self.set_interval(LOOK_SECONDS, self.look)
        if exercise.needs != "numpy":
            self.work("host", self.tutor.hold_host, exercise.needs)

    def set_task(self, width: int) -> Picture:
        """Return the statement, whose title stands above already, with the hints asked for."""
        text = self.task_text.statement.removeprefix(f"# {self.exercise.title}").lstrip()
        for hint in self.task_text.hints[: self.hints_shown]:
            text += f"\n\n{hint.replace('### ', '## Hint: ', 1)}"
        measure = self.services.settings.page_width
        return [
            *typeset(parse(text, str(self.exercise.task)), min(width, measure)).rows,
            (),
        ]

    def on_editor_edited(self, event: Editor.Edited) -> None:
        """Keep what is typed, a moment after the first unsaved key."""
        self.draft.unsaved = self.editor.text
        if self.autosave is None:
            self.autosave = self.set_timer(AUTOSAVE_SECONDS, self.keep_soon)

    def keep_soon(self) -> None:
        self.autosave = None
        if self.draft.unsaved is not None:
            self.keep_typed()

    def keep_typed(self) -> bool:
        """Write the editor's text to the learner's file; false when that fails."""
        try:
            self.draft.keep(self.editor.text)
        except TutorError as error:
            self.tell(str(error), bad=True)
            return False
        self.editor.mark_kept()
        return True

    def on_unmount(self) -> None:
        self.draft.keep_unsaved()

    def look(self) -> None:
        """Notice a save made in another editor, and check it."""
        if (text := self.draft.saved_elsewhere()) is not None:
            self.editor.load(text)
            self.begin_check(text)

    def action_check(self) -> None:
        """Save and check."""
        if self.keep_typed():
            self.begin_check(self.editor.text)

    def begin_check(self, source: str) -> None:
        self.work("check", self.check, source)

    async def check(self, source: str) -> None:
        """Ask for a verdict and show its parts as they come."""
        results = self.results
        results.begin()
        self.editor.mark_line(None)
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
        self.results.decided(verdict, next_title, self.exercise.kind is Kind.CAPSTONE)
        self.editor.mark_line(failing_line(verdict))
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
        command = own_editor.command_of(self.services.settings.editor)
        if not command:
            self.tell(
                f"Set $EDITOR to use your own editor here, or open {self.draft.path} "
                "in any editor: saving it there checks it.", seconds=10,
            )  # fmt: skip
            return
        self.keep_typed()
        try:
            path = self.draft.workspace.path(self.exercise)
            own_editor.edit(self.app, command, path)
        except TutorError as error:
            self.tell(str(error), bad=True)
        self.look()

    def action_run(self) -> None:
        """Run the file as it is, without judging it."""
        if self.keep_typed():
            self.work("check", self.run_file)

    async def run_file(self) -> None:
        results, exercise = self.results, self.exercise
        source = self.editor.text
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

    def action_find(self) -> None:
        """Ask for a word or a line."""
        self.query_one(Finder).ask()

    def on_input_submitted(self) -> None:
        self.query_one(Finder).look_in(self.editor)

    def on_finder_missed(self, event: Finder.Missed) -> None:
        self.tell(f"“{event.word}” is not in your code.", seconds=2)

    def on_finder_closed(self) -> None:
        self.show_pane("editor")

    def action_next(self) -> None:
        if after := self.services.course.after(self.exercise.id):
            self.tutor.open_place(after.id)

    def action_lesson(self) -> None:
        """Go to the paragraph of the mistake found, or to the lesson of this exercise."""
        target = self.results.lesson
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
            source = self.editor.text
            self.app.push_screen(TrainingScreen(self.exercise, source))
        else:
            self.tell("Only capstones train. Saving checks this exercise.")

    def action_versions(self) -> None:
        """List all earlier texts, the starter too."""
        from tutor.tui.screens.versions import VersionsScreen

        if self.keep_typed():
            text = self.editor.text
            self.app.push_screen(VersionsScreen(self.exercise, text, self.restore))

    def restore(self, text: str) -> None:
        """Put an earlier text in place of the present one, which is kept."""
        try:
            self.draft.restore(text)
        except TutorError as error:
            self.tell(str(error), bad=True)
            return
        self.editor.load(text)
        self.show_pane("editor")
        self.tell("It is back; the text that was here stands in the list too.")

    def action_back(self) -> None:
        finder = self.query_one(Finder)
        if finder.is_asking:
            finder.close()
        else:
            super().action_back()


def failing_line(verdict: Verdict) -> int | None:
    """Return the line of the learner's file that an error happened on."""
    notes = [verdict.feedback, *(case.feedback for case in verdict.cases)]
    for feedback in notes:
        if feedback and feedback.places:
            return feedback.places[-1].line
    return None
