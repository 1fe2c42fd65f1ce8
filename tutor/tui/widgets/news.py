"""Home's words: what is due and new, and what lies under the cursor."""

from tutor.course import Exercise, Kind
from tutor.course.model import Lesson, Place, Topic
from tutor.tui.services import DONE, Services
from tutor.viz.ink import Ink, Picture, Run, row
from tutor.viz.typeset.text import wrap

STATES = {
    "passed": "passed", "read": "read", "started": "begun", "given_up": "solution seen",
    "new": "not begun",
}  # fmt: skip


def news_picture(services: Services, due: int, width: int) -> Picture:
    """Return the lines above the map: what is due, and what is new since last time."""
    rows: Picture = []
    if due:
        cards = "card is" if due == 1 else "cards are"
        rows += wrap(
            [Run(f" {due} review {cards} due. ", Ink("warn", bold=True)),
             Run("r", Ink("accent", bold=True)), Run(" answers them.", Ink("muted"))], width,
        )  # fmt: skip
    if fresh := services.new_places():
        places = [services.course.places[i] for i in fresh if i in services.course.places]
        topics = sorted({services.topic_of(p).title for p in places})
        text = f" New since last time: {len(places)} places in {', '.join(topics)}."
        rows += wrap([Run(text, Ink("info"))], width)
    return rows


def details_picture(services: Services, at: str, width: int) -> Picture:
    """Return what is known about the place or topic under the cursor."""
    for topic in services.course.topics:
        if topic.slug == at:
            return topic_picture(services, topic, width)
    place = services.course.places.get(at)
    return [] if place is None else place_picture(services, place, width)


def topic_picture(services: Services, topic: Topic, width: int) -> Picture:
    standings = services.store.standings()
    rows: Picture = [(), *wrap([Run(topic.title, Ink("title", bold=True))], width), ()]
    rows += [*wrap([Run(topic.summary, Ink("text"))], width), ()]
    for kind, many in ((Kind.LESSON, "lessons"), (Kind.EXERCISE, "exercises"),
                       (Kind.CAPSTONE, "capstones")):  # fmt: skip
        places = [p for p in topic.places() if p.kind is kind]
        done = sum(services.status(p, standings) in DONE for p in places)
        if places:
            rows.append(row(Run(f"{done:>3} of {len(places):<3}{many}", Ink("muted"))))
    minutes = sum(getattr(p, "minutes", 0) for p in topic.places())
    return [*rows, (), row(Run(f"about {minutes / 60:.0f} hours in all", Ink("muted")))]


def place_picture(services: Services, place: Place, width: int) -> Picture:
    standing = services.store.standings().get(place.id)
    status = standing.status if standing else "new"
    rows: Picture = [(), *wrap([Run(place.title, Ink("title", bold=True))], width)]
    rows += [row(Run(f"{place.kind} · {STATES[status]}", Ink("muted"))), ()]
    if isinstance(place, Lesson):
        rows += [*wrap([Run(place.summary, Ink("text"))], width), ()]
    if isinstance(place, Exercise):
        rows += exercise_lines(services, place, width)
        if standing and standing.attempts:
            text = f"{standing.attempts} checks, {standing.hints} hints"
            rows.append(row(Run(text, Ink("muted"))))
    keys = row(Run("Enter", Ink("accent", bold=True)), Run(" opens it", Ink("muted")))
    return [*rows, (), keys]


def exercise_lines(services: Services, exercise: Exercise, width: int) -> Picture:
    rows: Picture = []
    if exercise.teaches:
        rows += wrap(
            [Run("You will use: " + ", ".join(exercise.teaches), Ink("text"))], width
        )
    missing = [
        services.course.exercises[name].title
        for name in exercise.prerequisites
        if name in services.course.exercises and not services.is_passed(name)
    ]
    if missing:
        rows += [(), *wrap([Run("Comes after: " + ", ".join(missing), Ink("warn"))], width)]
    return rows
