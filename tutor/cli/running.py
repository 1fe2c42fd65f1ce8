"""``run``: a capstone or a demo without a screen."""

import argparse
import time
from typing import Any

from tutor.cli import FAILED, PASSED, USAGE
from tutor.cli.checking import Seen, exit_code
from tutor.cli.desk import Desk
from tutor.course import Exercise
from tutor.course.model import Demo
from tutor.errors import HostError
from tutor.judge import Checker
from tutor.protocol import Diagnosis, Outcome, Records, Starting, Verdict
from tutor.viz.feedback import diagnosis_picture, verdict_picture
from tutor.workspace.files import read_source


def run_place(options: argparse.Namespace) -> int:
    """Run a capstone to its figures, or draw a demo once."""
    desk = Desk(options)
    place = desk.course.find(options.id)
    if isinstance(place, Demo):
        return run_demo(desk, place)
    if not isinstance(place, Exercise):
        desk.say(f"{place.id} is a {place.kind}; only capstones and demos run.", "bad")
        return USAGE
    if options.file:
        source, checker = read_source(options.file), Checker(desk.course, None)
    else:
        desk.workspace.start(place)
        source, checker = desk.workspace.read(place), desk.checker
    begun = time.monotonic()
    seen = follow(desk, checker, place, source)
    verdict = seen.verdict
    desk.answer({
        "exercise": place.id,
        "outcome": str(verdict.outcome if verdict else Outcome.INTERNAL_ERROR),
        "metrics": verdict.metrics if verdict else {},
        "target": verdict.targets if verdict else {},
        "seed": verdict.seed if verdict else None,
        "seconds": round(time.monotonic() - begun, 3),
    })  # fmt: skip
    return exit_code(seen)


def follow(desk: Desk, checker: Checker, exercise: Exercise, source: str) -> Seen:
    """Show a run's newest figures about once a second, then its verdict."""
    seen = Seen()
    newest: dict[str, Any] = {}
    spoken = time.monotonic()
    try:
        for event in checker.check(exercise, source, desk.options.seed, track=True):
            if isinstance(event, Starting):
                desk.say(event.what, "muted")
            elif isinstance(event, Records):
                newest |= {r["name"]: r for r in event.items if r["kind"] == "scalar"}
                if newest and time.monotonic() - spoken > 1:
                    spoken = time.monotonic()
                    desk.say(figures_line(newest), "muted")
            elif isinstance(event, Verdict):
                seen.verdict = event
                desk.draw(verdict_picture(event, desk.width))
            elif isinstance(event, Diagnosis) and event.misconception:
                seen.diagnosis = event
                desk.draw([(), *diagnosis_picture(event, desk.width)])
    except HostError as error:
        desk.say(str(error), "bad")
    return seen


def figures_line(newest: dict[str, Any]) -> str:
    step = max(record["step"] for record in newest.values())
    parts = [f"{name} {float(record['value']):.4g}" for name, record in newest.items()]
    return f"  step {step}: " + "   ".join(parts)


def run_demo(desk: Desk, demo: Demo) -> int:
    """Draw a demo with its default knobs."""
    from tutor.judge.demos import draw_once
    from tutor.viz.scenes import scene_picture

    begun = time.monotonic()
    scene = draw_once(desk.checker, demo)
    if scene.feedback:
        desk.say(scene.feedback.message, "bad")
    else:
        desk.draw(scene_picture(scene.value, desk.width, 20))
    outcome = Outcome.FAILED if scene.feedback else Outcome.PASSED
    metrics = {} if scene.feedback else scene.value.get("metrics", {})
    desk.answer({"exercise": demo.id, "outcome": str(outcome), "metrics": metrics,
                 "target": {}, "seconds": round(time.monotonic() - begun, 3)})  # fmt: skip
    return FAILED if scene.feedback else PASSED
