"""``list``, ``read`` and ``progress``."""

import argparse
from pathlib import Path
from typing import Any

from tutor.cli.desk import Desk
from tutor.course import Exercise, Kind
from tutor.course.model import Place
from tutor.course.parse import parse, parse_page
from tutor.course.tasks import read_task
from tutor.errors import NotFound
from tutor.store import Standing
from tutor.viz.ink import Ink, Picture, Run, row
from tutor.viz.typeset.page import Reading, typeset

MARKS = {"passed": "✓", "read": "✓", "started": "◐", "given_up": "○", "new": "·"}


def list_course(options: argparse.Namespace) -> int:
    """Print the course in order, with the standing of each place."""
    desk = Desk(options)
    standings = desk.store.standings()
    for topic in desk.course.topics:
        desk.say("")
        desk.say(topic.title, "title", bold=True)
        for place in topic.places():
            desk.draw([place_row(place, status_of(place, standings))])
    desk.answer([entry(place, standings) for place in desk.course.places.values()])
    return 0


def status_of(place: Place, standings: dict[str, Standing]) -> str:
    found = standings.get(place.id)
    return found.status if found else "new"


def place_row(place: Place, status: str) -> tuple[Run, ...]:
    token = {"passed": "good", "read": "good", "started": "warn"}.get(status, "faint")
    indented = "  " if place.kind is Kind.LESSON else "      "
    note = "" if place.kind in (Kind.LESSON, Kind.EXERCISE) else f"  {place.kind}"
    return row(
        Run(f"{indented}{MARKS.get(status, '·')} ", Ink(token)),
        Run(f"{place.title}", Ink("text", bold=place.kind is Kind.LESSON)),
        Run(f"  {place.id}{note}", Ink("muted")),
    )


def entry(place: Place, standings: dict[str, Standing]) -> dict[str, Any]:
    """Return a place as ``list --json`` documents it."""
    level = place.level if isinstance(place, Exercise) else ""
    return {
        "id": place.id,
        "kind": str(place.kind),
        "title": place.title,
        "level": level,
        "status": status_of(place, standings),
    }


def read(options: argparse.Namespace) -> int:
    """Print a lesson, or the task of an exercise."""
    desk = Desk(options)
    place = desk.course.find(options.id)
    if place.kind is Kind.DEMO:
        raise NotFound(f"{place.id} is a demo; `dltutor run {place.id}` describes it.")
    if isinstance(place, Exercise):
        blocks = parse(read_task(place).statement, str(place.task))
    else:
        blocks = parse_page(place.path)
        desk.store.mark(place.id, "read")
    desk.draw(typeset(blocks, desk.width, Reading(draw=draw_figure)).rows)
    text = (place.task if isinstance(place, Exercise) else place.path).read_text("utf-8")
    desk.answer({"id": place.id, "markdown": text})
    return 0


def draw_figure(code: str) -> Picture:
    from tutor.viz import figures

    return figures.draw(code)


def progress(options: argparse.Namespace) -> int:
    """Print what is done, topic by topic, and the mistakes met."""
    desk = Desk(options)
    standings, attempts = desk.store.standings(), desk.store.attempts()
    topics = []
    for topic in desk.course.topics:
        places = [p for p in topic.places() if p.kind is not Kind.DEMO]
        done = [p for p in places if status_of(p, standings) in ("passed", "read")]
        topics.append({"topic": topic.slug, "done": len(done), "of": len(places)})
        desk.say(f"{topic.title}: {len(done)} of {len(places)}", bold=True)
        for place in places:
            if isinstance(place, Exercise) and place.id in standings:
                desk.draw([standing_row(place, standings[place.id])])
    met = sorted({a.misconception for a in attempts if a.misconception})
    if met:
        desk.say("Mistakes met: " + ", ".join(name.replace("_", " ") for name in met))
    desk.say(f"Your files: {desk.workspace.root}", "muted")
    desk.answer({"topics": topics, "attempts": len(attempts), "misconceptions": met,
                 "workspace": str(Path(desk.workspace.root))})  # fmt: skip
    return 0


def standing_row(exercise: Exercise, standing: Standing) -> tuple[Run, ...]:
    mark = MARKS.get(standing.status, "·")
    detail = f"  {standing.attempts} checks, {standing.hints} hints"
    return row(f"  {mark} {exercise.title}", Run(detail, Ink("muted")))
