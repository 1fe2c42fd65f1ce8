"""The learner's cards: gathered from what was done, handed out when due."""

from collections.abc import Iterator

from tutor.course import Course
from tutor.review.cards import Kind, card_id
from tutor.review.schedule import graded
from tutor.store import Store
from tutor.store.records import Card

AGAIN, HARD, GOOD = 1, 2, 3


class Deck:
    """The cards in a store.

    Args:
        course: whose places the cards are from; cards of others are left alone.
        store: holds the cards and what they are made from.
    """

    def __init__(self, course: Course, store: Store) -> None:
        self.course = course
        self.store = store

    def gather(self) -> int:
        """Make a card of everything learned that has none yet; return how many."""
        known = self.store.card_ids()
        fresh = [item for item in self.learned() if item[0] not in known]
        for name, grade, at in fresh:
            self.store.put_card(graded(Card(name, at, ""), grade, at), grade, at)
        return len(fresh)

    def learned(self) -> Iterator[tuple[str, int, float]]:
        """Yield card ids of what was done, how well it went, and when."""
        for lesson, block, correct, at in self.store.first_answers():
            if lesson in self.course.places:
                grade = GOOD if correct else AGAIN
                yield card_id(Kind.QUESTION, lesson, block), grade, at
        hints = {name: s.hints for name, s in self.store.standings().items()}
        passed: set[str] = set()
        named: set[str] = set()
        for attempt in self.store.attempts():
            if attempt.exercise not in self.course.exercises:
                continue
            if attempt.misconception:
                mistake = card_id(Kind.MISTAKE, attempt.exercise, attempt.misconception)
                if mistake not in named:
                    named.add(mistake)
                    yield mistake, AGAIN, attempt.at
            if attempt.outcome == "passed" and attempt.exercise not in passed:
                passed.add(attempt.exercise)
                if self.course.exercises[attempt.exercise].kind == "exercise":
                    grade = HARD if hints.get(attempt.exercise) else GOOD
                    yield card_id(Kind.RECODE, attempt.exercise), grade, attempt.at

    def due(self, most: int | None = None, now: float | None = None) -> list[Card]:
        """Return the cards that are due, the longest due first.

        Args:
            most: how many in a day; what was answered today counts.
            now: seconds since the epoch; the store's clock by default.
        """
        now = self.store.clock() if now is None else now
        cards = [card for card in self.store.due_cards(now) if self.stands(card)]
        if most is None:
            return cards
        return cards[: max(0, most - self.store.grades_since(start_of_day(now)))]

    def stands(self, card: Card) -> bool:
        """Return whether the course still has what the card is from."""
        return card.place in self.course.places

    def grade(self, card: Card, grade: int) -> Card:
        """Record a grade; return the card as it now rests."""
        now = self.store.clock()
        after = graded(card, grade, now)
        self.store.put_card(after, grade, now)
        return after

    def forecast(self, days: int = 7) -> list[int]:
        """Return how many cards come due today, tomorrow and so on; the late ones today."""
        now = self.store.clock()
        ends = [start_of_day(now) + (day + 1) * 86_400 for day in range(days)]
        dues = [card.due for card in self.store.due_cards(ends[-1]) if self.stands(card)]
        counts = [sum(due < end for due in dues) for end in ends]
        return [b - a for a, b in zip([0, *counts], counts, strict=False)]


def start_of_day(now: float) -> float:
    """Return the last local midnight, in seconds since the epoch."""
    from datetime import datetime

    return datetime.fromtimestamp(now).replace(hour=0, minute=0, second=0).timestamp()
