"""A lesson read section by section, its questions asked where they stand."""

from tutor.course.answers import is_right, parse_number, reply_to
from tutor.course.blocks import Block, Heading, Question
from tutor.course.model import Lesson, Place
from tutor.course.parse import parse_page
from tutor.plain.session import Session
from tutor.plain.wording import block_lines, page, question, said


class LessonRoom:
    """One lesson."""

    def __init__(self, session: Session, lesson: Lesson) -> None:
        self.session = session
        self.lesson = lesson
        self.sections = sections(parse_page(lesson.path))
        self.at = 0

    def run(self) -> Place | None:
        """Read from the start; return what to open at the end."""
        self.read("")
        return self.session.loop(
            f"Lesson {self.lesson.title}",
            [
                ("on", "read on", self.read),
                ("again", "read this section again", self.again),
                (
                    "headings",
                    "list the headings; headings and a number goes there",
                    self.go,
                ),
                ("next", "leave for what comes next in the course", self.next),
            ],
            "on",
        )

    def read(self, rest: str) -> None:
        """Read the next section; after the last, go to what comes next."""
        if self.at >= len(self.sections):
            self.session.store.mark(self.lesson.id, "read")
            self.session.say("That was the end of the lesson.")
            self.next("")
            return
        for block in self.sections[self.at]:
            if isinstance(block, Question):
                self.ask(block)
            else:
                self.session.tell(block_lines(block))
                self.session.say("")
        self.at += 1

    def again(self, rest: str) -> None:
        self.at = max(0, self.at - 1)
        self.read("")

    def go(self, rest: str) -> None:
        if rest.isdecimal() and 0 < int(rest) <= len(self.sections):
            self.at = int(rest) - 1
            self.read("")
            return
        for number, section in enumerate(self.sections, 1):
            head = section[0]
            title = said(head.content) if isinstance(head, Heading) else "beginning"
            self.session.say(f"{number}. {title}")

    def next(self, rest: str) -> None:
        self.session.go_after(self.lesson)

    def ask(self, asked: Question) -> None:
        """Ask a question until it is answered; an empty line passes it over."""
        answer = answered(self.session, asked)
        if answer is not None:
            right = is_right(asked, answer)
            self.session.store.answer(self.lesson.id, asked.name, answer, right)


def answered(session: Session, asked: Question) -> str | None:
    """Ask a question and tell the answer; return what was given, or None if nothing."""
    session.tell(question(asked))
    how = "A number" if asked.form == "number" else "The number of your choice"
    if asked.form in ("several", "order"):
        how = "Numbers with blanks between"
    while True:
        typed = session.ask(f"{how}, or Enter to pass it over.")
        if not typed:
            return None
        given = understood(asked, typed)
        if given is not None:
            break
        session.say("That is no answer to this question.")
    session.say("Right." if is_right(asked, given) else "Not quite.")
    if reply := reply_to(asked, given):
        session.say(said(reply))
    if asked.form == "number":
        session.say(f"The answer is {asked.answer:g}.")
    else:
        wanted = asked.answer if isinstance(asked.answer, list) else [asked.answer]
        session.say(f"The answer is {', '.join(str(i + 1) for i in wanted)}.")
    session.tell(line for line in page(asked.because) if line)
    session.say("")
    return given


def understood(asked: Question, typed: str) -> str | None:
    """Return an answer as the store keeps it; None when it is none."""
    if asked.form == "number":
        return typed if parse_number(typed) is not None else None
    picked = typed.replace(",", " ").split()
    if not all(p.isdecimal() and 0 < int(p) <= len(asked.choices) for p in picked):
        return None
    indexes = [int(p) - 1 for p in picked]
    if asked.form == "choice" and len(indexes) != 1:
        return None
    return ",".join(map(str, indexes if asked.form == "order" else sorted(indexes)))


def sections(blocks: tuple[Block, ...]) -> list[list[Block]]:
    """Return a page in parts that each begin with a heading."""
    found: list[list[Block]] = []
    for block in blocks:
        if isinstance(block, Heading) or not found:
            found.append([])
        found[-1].append(block)
    return found
