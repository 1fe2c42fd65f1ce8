"""What a card shows: its question, and what is said once it is answered."""

from dataclasses import dataclass

from tutor.course import Course
from tutor.course.blocks import Question, questions_in
from tutor.course.parse import parse_page
from tutor.course.wrong import explanation_of
from tutor.review.cards import Kind
from tutor.store.records import Card


@dataclass(frozen=True, slots=True)
class Asked:
    """A card prepared for being shown."""

    card: Card
    title: str
    """What it is from."""
    question: Question | None = None
    """Of a question card."""
    front: str = ""
    """Markdown shown first, of the other kinds."""
    back: str = ""
    """Markdown shown after the answer."""


def asked(course: Course, card: Card) -> Asked | None:
    """Return what a card shows; None when the course no longer has it."""
    place = course.places.get(card.place)
    if place is None:
        return None
    if card.kind == Kind.QUESTION:
        blocks = parse_page(place.path)  # type: ignore[union-attr]
        found = [q for q in questions_in(blocks) if q.name == card.name]
        return Asked(card, place.title, found[0]) if found else None
    if card.kind == Kind.RECODE:
        text = (
            f"Write **{place.title}** once more, from its starter. Enter opens it in a file "
            "of its own; your passed version stays as it is."
        )
        return Asked(card, place.title, front=text)
    path = course.exercises[card.place].solutions / f"wrong_{card.name}.py"
    if not path.is_file():
        return None
    said, _ = explanation_of(path)
    name = card.name.replace("_", " ")
    front = (
        f"In **{place.title}** you once met this mistake: *{name}*.\n\n"
        "What does such a program do wrong, how would you notice, and what cures it?"
    )
    return Asked(card, place.title, front=front, back=said)
