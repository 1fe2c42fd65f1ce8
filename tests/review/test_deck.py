"""Cards: made from what was learned, due as FSRS says, counted by the day."""

from datetime import UTC, datetime

import pytest
from fsrs import Card as Scheduled
from fsrs import Rating, Scheduler

from tutor.review import Card, Deck
from tutor.review.asking import asked
from tutor.review.schedule import graded, span, waits
from tutor.store import Attempt, Store

NOW = 1_800_000_000.0
DAY = 86_400.0


class Clock:
    """A clock that is set by hand."""

    def __init__(self):
        self.now = NOW

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(tmp_path, clock):
    found = Store(tmp_path / "progress.sqlite3", clock)
    yield found
    found.close()


@pytest.fixture
def deck(tiny, store):
    return Deck(tiny, store)


def attempt(store, outcome, misconception=None):
    sha = store.keep("tiny/double", outcome, "checked")
    store.record(Attempt("tiny/double", sha, outcome, 1, 0, 1, 1.0, misconception))


def test_what_was_learned_becomes_cards_once(deck, store):
    """A question, a mistake and a pass make three cards, however often they are gathered."""
    store.answer("tiny/first", "twice", "9", False)
    store.answer("tiny/first", "twice", "6", True)
    attempt(store, "failed", "square")
    attempt(store, "passed")
    assert deck.gather() == 3
    assert deck.gather() == 0
    assert store.card_ids() == {
        "question:tiny/first#twice", "mistake:tiny/double#square", "recode:tiny/double",
    }  # fmt: skip


def test_a_wrong_answer_is_due_before_a_right_one(deck, store, clock):
    """What was not known comes back first."""
    store.answer("tiny/first", "twice", "9", False)
    store.answer("tiny/first", "pick", "1", True)
    deck.gather()
    clock.now += 30 * DAY
    assert [card.name for card in deck.due()] == ["twice", "pick"]


def test_grades_are_those_of_the_library():
    """A card goes through the same states as in py-fsrs itself."""
    theirs = Scheduled(card_id=0, due=datetime.fromtimestamp(NOW, UTC))
    scheduler = Scheduler(desired_retention=0.9, enable_fuzzing=False)
    mine, now = Card("question:a#b", NOW, ""), NOW
    for grade in (3, 3, 1, 2, 4):
        at = datetime.fromtimestamp(now, UTC)
        theirs, _ = scheduler.review_card(theirs, Rating(grade), at)
        mine = graded(mine, grade, now)
        assert mine.due == pytest.approx(theirs.due.timestamp(), abs=1e-3)
        now = mine.due + 60


def test_an_easy_card_rests_longer(store):
    """The four grades are in order of the rest they give."""
    card = graded(Card("question:a#b", NOW, ""), 3, NOW)
    rests = [graded(card, grade, NOW + DAY).due for grade in (1, 2, 3, 4)]
    assert rests == sorted(rests)
    assert len(set(rests)) == 4


def test_the_day_has_a_limit(deck, store, clock):
    """What was graded today counts towards the most one is asked."""
    store.answer("tiny/first", "twice", "9", False)
    store.answer("tiny/first", "pick", "0", False)
    deck.gather()
    clock.now += 10 * DAY
    assert len(deck.due(1)) == 1
    deck.grade(deck.due()[0], 3)
    assert deck.due(1) == []
    assert len(deck.due()) == 1


def test_the_forecast_counts_each_card_once(deck, store, clock):
    """Late cards are due today, the others on their day."""
    store.answer("tiny/first", "twice", "9", False)
    attempt(store, "passed")
    deck.gather()
    assert sum(deck.forecast(60)) == 2


def test_cards_of_what_the_course_has_no_more_are_passed_over(deck, store, clock):
    """A card of a lesson that is gone is not asked, and stays in the store."""
    store.put_card(Card("question:gone/lesson#x", NOW, ""), 1, NOW)
    assert deck.due() == []
    assert store.card_ids() == {"question:gone/lesson#x"}


@pytest.mark.parametrize(
    ("card", "found"),
    [
        ("question:tiny/first#twice", True),
        ("question:tiny/first#gone", False),
        ("mistake:tiny/double#square", True),
        ("mistake:tiny/double#gone", False),
        ("recode:tiny/double", True),
        ("recode:tiny/gone", False),
    ],
)
def test_a_card_shows_what_the_course_still_has(tiny, card, found):
    """What a card needs may be gone; then it shows nothing."""
    assert (asked(tiny, Card(card, NOW, "")) is not None) == found


def test_rests_are_said_in_words():
    """The unit is the largest that leaves one of it."""
    assert [span(s) for s in (30, 600, 7200, 3 * DAY, 60 * DAY, 800 * DAY)] == [
        "1 min", "10 min", "2 h", "3 d", "2 mo", "2 y",
    ]  # fmt: skip
    assert set(waits(Card("question:a#b", NOW, ""), NOW)) == {1, 2, 3, 4}
