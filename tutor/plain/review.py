"""Review cards by lines."""

from tutor.course.answers import is_right
from tutor.course.parse import parse
from tutor.plain.lesson import answered
from tutor.plain.session import Session
from tutor.plain.wording import page
from tutor.review import Deck
from tutor.review.asking import Asked, asked
from tutor.review.schedule import GRADES, waits
from tutor.settings import Settings

RIGHT, WRONG = 3, 1


class ReviewRoom:
    """The cards that are due, one after the other."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.deck = Deck(session.course, session.store)

    def run(self) -> None:
        """Ask all that is due."""
        self.deck.gather()
        waiting = self.deck.due(Settings().reviews_a_day)
        self.session.say(f"{len(waiting)} cards are due.")
        while waiting:
            card = waiting.pop(0)
            shown = asked(self.session.course, card)
            if shown is None:
                continue
            grade = self.grade(shown, self.ask(shown))
            if grade is None:
                return
            after = self.deck.grade(card, grade)
            if grade == WRONG:
                waiting.append(after)
        self.session.say("Nothing more is due.")

    def ask(self, shown: Asked) -> int:
        """Ask a card and tell its answer; return the grade to propose."""
        self.session.say("", f"From {shown.title}.")
        if shown.question is not None:
            given = answered(self.session, shown.question)
            if given is None:
                return WRONG
            right = is_right(shown.question, given)
            self.session.store.answer(shown.card.place, shown.question.name, given, right)
            return RIGHT if right else WRONG
        self.session.tell(line for line in page(parse(shown.front)) if line)
        if shown.back:
            self.session.ask("Enter tells the answer.")
            self.session.tell(line for line in page(parse(shown.back)) if line)
        return RIGHT

    def grade(self, shown: Asked, proposed: int) -> int | None:
        """Ask how well it was known; None ends the review."""
        rests = waits(shown.card, self.session.store.clock())
        offered = ", ".join(f"{n} {GRADES[n]} ({rests[n]})" for n in GRADES)
        while True:
            typed = self.session.ask(f"{offered}. Enter: {proposed}. q ends.")
            if typed == "q":
                return None
            if not typed:
                return proposed
            if typed in ("1", "2", "3", "4"):
                return int(typed)
            self.session.say("Type 1, 2, 3 or 4.")
