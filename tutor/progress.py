"""What the learner has done, summed up for the progress screen and the plain commands."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tutor.course import Course, Kind
from tutor.store import Attempt, Store

PAUSE = 600.0
"""Seconds without a deed after which the learner is taken to be away."""
DEED = 60.0
"""Seconds that a deed after a pause is taken to have needed."""
DAYS = 28
DONE = ("passed", "read")


@dataclass(frozen=True, slots=True)
class TopicDone:
    """How much of a topic is done."""

    slug: str
    title: str
    lessons: tuple[int, int]
    """Done, and of how many."""
    exercises: tuple[int, int]
    """Done, and of how many; capstones included."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake that was named, and whether the exercise was passed since."""

    exercise: str
    name: str
    times: int
    overcome: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """Everything the progress screen shows."""

    topics: tuple[TopicDone, ...]
    mistakes: tuple[Mistake, ...]
    hours: float
    """Time spent, from the times of what was done."""
    checks: int
    passed: int
    """Exercises passed."""
    days: tuple[int, ...]
    """Deeds on each of the last 28 days, today last."""
    streak: int
    """Days in a row with something done, up to today or yesterday."""


def summary(course: Course, store: Store) -> Progress:
    """Return the learner's progress in a course."""
    attempts = [a for a in store.attempts() if a.exercise in course.exercises]
    moments = store.moments()
    active = {datetime.fromtimestamp(at).date() for at in moments}
    today = datetime.fromtimestamp(store.clock()).date()
    return Progress(
        topics_done(course, store),
        mistakes_met(attempts),
        seconds_spent(moments) / 3600,
        len(attempts),
        len({a.exercise for a in attempts if a.outcome == "passed"}),
        deeds_by_day(moments, today),
        streak(active, today),
    )


def topics_done(course: Course, store: Store) -> tuple[TopicDone, ...]:
    standings = store.standings()
    done = {name for name, standing in standings.items() if standing.status in DONE}
    found = []
    for topic in course.topics:
        lessons = [p.id for p in topic.places() if p.kind is Kind.LESSON]
        tasks = [p.id for p in topic.places() if p.kind in (Kind.EXERCISE, Kind.CAPSTONE)]
        found.append(
            TopicDone(
                topic.slug,
                topic.title,
                (len(done & set(lessons)), len(lessons)),
                (len(done & set(tasks)), len(tasks)),
            )
        )
    return tuple(found)


def mistakes_met(attempts: list[Attempt]) -> tuple[Mistake, ...]:
    """Return the mistakes named, the newest last; overcome when a pass came after."""
    times: dict[tuple[str, str], int] = {}
    last: dict[tuple[str, str], int] = {}
    passed: dict[str, int] = {}
    for index, attempt in enumerate(attempts):
        if attempt.misconception:
            key = (attempt.exercise, attempt.misconception)
            times[key] = times.get(key, 0) + 1
            last[key] = index
        if attempt.outcome == "passed":
            passed[attempt.exercise] = index
    return tuple(
        Mistake(exercise, name, count, passed.get(exercise, -1) > last[exercise, name])
        for (exercise, name), count in times.items()
    )


def seconds_spent(moments: list[float]) -> float:
    """Return time spent: gaps between deeds, but not those in which one was away."""
    total, before = 0.0, None
    for at in moments:
        gap = PAUSE if before is None else at - before
        total += gap if gap < PAUSE else DEED
        before = at
    return total


def deeds_by_day(moments: list[float], today: date) -> tuple[int, ...]:
    counts = dict.fromkeys((today - timedelta(days=i) for i in reversed(range(DAYS))), 0)
    for at in moments:
        day = datetime.fromtimestamp(at).date()
        if day in counts:
            counts[day] += 1
    return tuple(counts.values())


def streak(active: set[date], today: date) -> int:
    """Return the days in a row with a deed; a day not yet over breaks nothing."""
    day = today if today in active else today - timedelta(days=1)
    count = 0
    while day in active:
        count += 1
        day -= timedelta(days=1)
    return count
