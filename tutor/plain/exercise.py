"""An exercise by lines: task, file, check, hints, reference."""

import os
import shlex
import subprocess
import time

from tutor import paths, settings
from tutor.course import Exercise, Kind
from tutor.course.model import Place
from tutor.course.parse import parse
from tutor.course.tasks import read_task
from tutor.errors import SettingsError
from tutor.plain.session import Session
from tutor.plain.wording import diagnosis_lines, page, verdict_lines
from tutor.protocol import Diagnosis, Outcome, Starting, Verdict
from tutor.workspace.saves import Saves


class ExerciseRoom:
    """One exercise or capstone."""

    def __init__(self, session: Session, exercise: Exercise) -> None:
        self.session = session
        self.exercise = exercise
        self.task = read_task(exercise)
        self.path = session.workspace.start(exercise)
        self.passed = False

    def run(self) -> Place | None:
        """Read the task and take commands; return what to open then."""
        self.read("")
        return self.session.loop(
            f"Exercise {self.exercise.title}",
            [
                ("check", "check your file", self.check),
                ("watch", "check whenever you save, until you press Control C", self.watch),
                ("edit", "open the file in your own editor, then check it", self.edit),
                ("hint", "the next hint", self.hint),
                ("task", "read the task again", self.read),
                ("reference", "the reference, after a pass or on giving up", self.solution),
                ("versions", "earlier texts; versions and a number brings one back",
                 self.versions),
                ("next", "leave for what comes next in the course", self.next),
            ],
            "check",
        )  # fmt: skip

    def read(self, rest: str) -> None:
        kind = "Capstone" if self.exercise.kind is Kind.CAPSTONE else "Exercise"
        self.session.say(f"{kind}, {self.exercise.level}.")
        blocks = parse(self.task.statement, str(self.exercise.task))
        self.session.tell(page(blocks))
        self.session.say(f"Your file is {paths.display(self.path)}.")

    def check(self, rest: str) -> None:
        """Check the file and say what was found."""
        source = self.session.workspace.read(self.exercise)
        self.session.say("Checking.")
        for event in self.session.checker.check(self.exercise, source):
            if isinstance(event, Starting):
                self.session.say(event.what)
            elif isinstance(event, Verdict):
                self.passed = event.outcome is Outcome.PASSED
                self.session.tell(verdict_lines(event))
            elif isinstance(event, Diagnosis) and event.misconception:
                self.session.tell(diagnosis_lines(event))
        self.session.say("Type next to go on." if self.passed else "Type hint for a hint.")

    def watch(self, rest: str) -> None:
        """Check on every save until interrupted."""
        saves = Saves(self.path)
        self.session.say("Watching your file. Control C ends it.")
        try:
            while True:
                time.sleep(saves.interval)
                if saves.changed():
                    self.check("")
        except KeyboardInterrupt:
            self.session.say("No longer watching.")

    def edit(self, rest: str) -> None:
        """Open the file in the learner's own editor."""
        command = self.editor()
        if not command:
            self.session.say(f"Set EDITOR, or open {paths.display(self.path)} yourself.")
            return
        try:
            subprocess.run([*shlex.split(command), str(self.path)], check=False)
        except (OSError, ValueError) as error:
            self.session.say(f"{command} cannot be started: {error}")
            return
        self.check("")

    def editor(self) -> str:
        try:
            chosen = settings.load().editor
        except SettingsError:
            chosen = ""
        return chosen or os.environ.get("VISUAL", "") or os.environ.get("EDITOR", "")

    def hint(self, rest: str) -> None:
        """Say one hint more than last time."""
        hints, store = self.task.hints, self.session.store
        shown = min(store.hints_shown(self.exercise.id) + 1, len(hints))
        store.show_hints(self.exercise.id, shown)
        self.session.say(f"Hint {shown} of {len(hints)}.")
        self.session.tell(page(parse(hints[shown - 1])))

    def solution(self, rest: str) -> None:
        """Show the reference; without a pass only when asked twice."""
        store = self.session.store
        if store.passed_source(self.exercise.id) is None and rest != "now":
            self.session.say(
                "The reference is shown after a pass. Type reference now to see it at once; "
                "the exercise counts as given up until you pass it."
            )
            return
        if store.passed_source(self.exercise.id) is None:
            store.mark(self.exercise.id, "given_up")
        self.session.say(*self.exercise.solution.read_text("utf-8").split("\n"))

    def versions(self, rest: str) -> None:
        """List earlier texts, or bring one back."""
        found = self.session.store.versions(self.exercise.id)
        if rest.isdecimal() and 0 < int(rest) <= len(found):
            self.session.workspace.restore(self.exercise, found[int(rest) - 1].sha256)
            self.session.say("It is back; the text that was here is kept too.")
            return
        for number, version in enumerate(found, 1):
            when = time.strftime("%d %B, %H:%M", time.localtime(version.at))
            self.session.say(f"{number}. {when}, {version.why}.")
        if not found:
            self.session.say("No earlier text is kept yet: each check keeps one.")

    def next(self, rest: str) -> None:
        self.session.go_after(self.exercise)
