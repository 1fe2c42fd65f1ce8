"""When a card comes back: the FSRS scheduler, from its own library.

Source: Ye, Su and Cao, "A Stochastic Shortest Path Algorithm for Optimizing Spaced
Repetition Scheduling", KDD 2022; the library is py-fsrs.
"""

from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from tutor.store.records import Card

if TYPE_CHECKING:
    from fsrs import Scheduler

GRADES = {1: "again", 2: "hard", 3: "good", 4: "easy"}
RETENTION = 0.9
"""Share of cards that should still be known when they come back."""
DAY = 86_400.0


@lru_cache(maxsize=1)
def scheduler() -> "Scheduler":
    """Return the scheduler; no random spread, so that a grade has one consequence."""
    from fsrs import Scheduler

    return Scheduler(desired_retention=RETENTION, enable_fuzzing=False)


def graded(card: Card, grade: int, now: float) -> Card:
    """Return a card after a grade: 1 again, 2 hard, 3 good, 4 easy.

    Args:
        card: as it was.
        grade: how well it was known.
        now: seconds since the epoch.

    Raises:
        ValueError: the grade is none of the four.
    """
    from fsrs import Card as Scheduled
    from fsrs import Rating

    at = datetime.fromtimestamp(now, UTC)
    state = Scheduled.from_json(card.state) if card.state else Scheduled(card_id=0, due=at)
    after, _ = scheduler().review_card(state, Rating(grade), at)
    return Card(card.id, after.due.timestamp(), after.to_json())


def waits(card: Card, now: float) -> dict[int, str]:
    """Return how long a card would rest after each grade, in words."""
    return {grade: span(graded(card, grade, now).due - now) for grade in GRADES}


def span(seconds: float) -> str:
    """Return a time in the largest unit that leaves at least one of it."""
    for size, unit in ((365 * DAY, "y"), (30 * DAY, "mo"), (DAY, "d"), (3600, "h")):
        if seconds >= size:
            return f"{seconds / size:.0f} {unit}"
    return f"{max(1, seconds / 60):.0f} min"
