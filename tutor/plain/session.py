"""The loop: where the learner is, what can be typed there, and what it does."""

import difflib
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TextIO

from tutor.course import Course, Exercise, Kind, load_course
from tutor.course.model import Lesson, Place
from tutor.errors import NotFound, TutorError
from tutor.judge import Checker
from tutor.progress import DONE, summary
from tutor.store import Store
from tutor.workspace import Workspace

Command = tuple[str, str, Callable[[str], None]]
"""What is typed, what it does in a sentence, and the deed, which takes the rest of the line."""


class Leave(Exception):
    """The learner leaves where they are, for what comes next or back.

    Args:
        onward: the place to open then.
    """

    def __init__(self, onward: Place | None = None) -> None:
        super().__init__()
        self.onward = onward


class Quit(Exception):
    """The learner wants to stop."""


class Session:
    """One learner at a line-oriented terminal.

    Args:
        course_folder: another course than the shipped one.
        source: where lines are read from.
        target: where lines are written to.
    """

    def __init__(
        self,
        course_folder: Path | None = None,
        source: TextIO | None = None,
        target: TextIO | None = None,
    ) -> None:
        self.source = source or sys.stdin
        self.target = target or sys.stdout
        self.course: Course = load_course(course_folder)
        self.store = Store()
        self.workspace = Workspace(self.store)
        self.checker = Checker(self.course, self.store)

    def say(self, *lines: str) -> None:
        for line in lines:
            print(line, file=self.target, flush=True)

    def tell(self, lines: Iterable[str]) -> None:
        self.say(*lines)

    def ask(self, prompt: str) -> str:
        """Return what the learner types.

        Raises:
            Quit: the input has ended.
        """
        print(f"{prompt} ", end="", file=self.target, flush=True)
        line = self.source.readline()
        if not line:
            self.say("")
            raise Quit
        return line.strip()

    def run(self) -> int:
        """Run until the learner quits; return the exit code."""
        self.say("dltutor, plain text. Type ? and Enter for what can be typed.")
        try:
            self.home()
        except Quit:
            pass
        except KeyboardInterrupt:
            self.say("")
        self.say("Everything is saved. Goodbye.")
        return 0

    def loop(self, prompt: str, commands: list[Command], usual: str) -> Place | None:
        """Read and do commands until one leaves; return the place to open then.

        Args:
            prompt: says where one is.
            commands: what can be typed here.
            usual: the command that Enter alone stands for.
        """
        everywhere: list[Command] = [
            ("q", "stop; everything is saved", self.stop),
            ("b", "go back", self.leave),
        ]
        known = {name: deed for name, _, deed in (*commands, *everywhere)}
        while True:
            typed = self.ask(f"{prompt}. Enter: {usual}. ?")
            name, _, rest = (typed or usual).partition(" ")
            try:
                if name == "?":
                    self.tell(f"{n}: {says}." for n, says, _ in (*commands, *everywhere))
                elif name in known:
                    known[name](rest.strip())
                else:
                    near = difflib.get_close_matches(name, list(known), 1)
                    hint = f" Did you mean {near[0]}?" if near else ""
                    self.say(f"There is no command {name} here.{hint} ? lists all.")
            except Leave as leave:
                return leave.onward
            except TutorError as error:
                self.say(str(error))

    def stop(self, rest: str) -> None:
        raise Quit

    def leave(self, rest: str) -> None:
        raise Leave

    def status(self, place: Place) -> str:
        found = self.store.standings().get(place.id)
        return found.status if found else "new"

    def next_place(self) -> Place:
        """Return where to go on: the place last left, else the first that is not done."""
        places = [p for p in self.course.places.values() if p.kind is not Kind.DEMO]
        ids = [p.id for p in places]
        last = self.store.setting("place", "")
        start = ids.index(last) if last in ids else 0
        ordered = places[start:] + places[:start]
        return next((p for p in ordered if self.status(p) not in DONE), places[0])

    def home(self) -> None:
        """Offer the course, reviews, search and progress."""
        commands: list[Command] = [
            ("go", "go on where you left off", self.go_on),
            ("list", "the topics; list and a number, the places of one", self.list_places),
            ("open", "open a place by its id", self.open_named),
            ("find", "search the course for words", self.find),
            ("review", "answer the review cards that are due", self.review),
            ("progress", "what is done", self.progress),
        ]
        while True:
            place = self.next_place()
            self.say(f"Next: {place.kind}, {place.title}.")
            self.loop("Home", commands, "go")

    def go_on(self, rest: str) -> None:
        self.open(self.next_place())

    def list_places(self, rest: str) -> None:
        topics = self.course.topics
        if not rest:
            for number, topic in enumerate(topics, 1):
                places = [p for p in topic.places() if p.kind is not Kind.DEMO]
                done = sum(self.status(p) in DONE for p in places)
                self.say(f"{number}. {topic.title}, {done} of {len(places)} done.")
            return
        if not rest.isdecimal() or not 0 < int(rest) <= len(topics):
            self.say(f"list takes a number from 1 to {len(topics)}.")
            return
        for place in topics[int(rest) - 1].places():
            self.say(f"{place.kind}, {place.title}, {self.status(place)}. {place.id}")

    def open_named(self, rest: str) -> None:
        self.open(self.course.find(rest))

    def open(self, place: Place) -> None:
        """Open a lesson or an exercise; from there on what comes next."""
        from tutor.plain.exercise import ExerciseRoom
        from tutor.plain.lesson import LessonRoom

        following: Place | None = place
        while following is not None:
            self.store.set_setting("place", following.id)
            if isinstance(following, Lesson):
                following = LessonRoom(self, following).run()
            elif isinstance(following, Exercise):
                following = ExerciseRoom(self, following).run()
            else:
                raise NotFound(
                    f"{following.title} is a demo: it needs the screen. Its lesson "
                    "describes it."
                )

    def go_after(self, place: Place) -> None:
        """Leave for what comes next in the course.

        Raises:
            Leave: always.
        """
        following = self.after(place)
        if following is None:
            self.say("This is the end of the course, for now.")
        raise Leave(following)

    def after(self, place: Place) -> Place | None:
        """Return what comes next in the course, demos left out."""
        following = self.course.after(place.id)
        while following is not None and following.kind is Kind.DEMO:
            following = self.course.after(following.id)
        return following

    def find(self, rest: str) -> None:
        from tutor.course.searching import lines_of, search
        from tutor.plain.wording import formula

        if not rest:
            self.say("find takes the words to look for.")
            return
        hits = search(lines_of(self.course, formula), rest, 20)
        if not hits:
            self.say("No line of the course holds all of these words.")
        for number, hit in enumerate(hits, 1):
            self.say(
                f"{number}. {hit.line.place}, {hit.line.heading}: {hit.line.text[:200]}"
            )

    def review(self, rest: str) -> None:
        from tutor.plain.review import ReviewRoom

        ReviewRoom(self).run()

    def progress(self, rest: str) -> None:
        found = summary(self.course, self.store)
        for topic in found.topics:
            self.say(f"{topic.title}: lessons {topic.lessons[0]} of {topic.lessons[1]}, "
                     f"exercises {topic.exercises[0]} of {topic.exercises[1]}.")  # fmt: skip
        self.say(f"{found.passed} exercises passed in {found.checks} checks, "
                 f"{found.hours:.1f} hours.")  # fmt: skip
        for mistake in found.mistakes:
            state = "overcome" if mistake.overcome else "open"
            name = mistake.name.replace("_", " ")
            self.say(f"Mistake met: {name}, {mistake.exercise}, {state}.")
