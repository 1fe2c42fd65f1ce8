"""``run``: a capstone or a demo without a screen."""

import argparse
import time
from dataclasses import dataclass, field
from typing import Any

from tutor.cli import FAILED, PASSED, USAGE
from tutor.cli.checking import Seen, exit_code
from tutor.cli.desk import Desk
from tutor.course import Exercise
from tutor.course.model import Demo
from tutor.errors import HostError
from tutor.judge import Checker
from tutor.judge.checking import fresh_seed, sha256_of
from tutor.protocol import Diagnosis, Outcome, Records, Starting, Verdict
from tutor.runs import Runs, RunWriter
from tutor.viz.feedback import diagnosis_picture, verdict_picture
from tutor.viz.findings import finding_line, finding_picture
from tutor.watchers import Finding, Watchers
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
    kept = None if options.file else Runs()
    seen = follow(desk, checker, place, source, kept)
    verdict = seen.verdict
    desk.answer({
        "exercise": place.id,
        "outcome": str(verdict.outcome if verdict else Outcome.INTERNAL_ERROR),
        "metrics": verdict.metrics if verdict else {},
        "target": verdict.targets if verdict else {},
        "seed": verdict.seed if verdict else None,
        "seconds": round(time.monotonic() - begun, 3),
        "run": seen.run,
        "findings": [finding_document(f) for f in seen.findings],
    })  # fmt: skip
    return exit_code(seen)


@dataclass
class Followed(Seen):
    """What a run's events have said so far."""

    run: str | None = None
    """The id under which it is kept."""
    findings: list[Finding] = field(default_factory=list)
    """Diagnoses that stand."""


def follow(
    desk: Desk, checker: Checker, exercise: Exercise, source: str, runs: Runs | None
) -> Followed:
    """Show a run's newest figures about once a second, its diagnoses, then its verdict.

    It is kept in `runs`, if there are any.
    """
    seen, watchers = Followed(), Watchers()
    newest: dict[str, Any] = {}
    spoken = time.monotonic()
    seed = fresh_seed() if desk.options.seed is None else desk.options.seed
    writer = None
    if runs is not None:
        writer = runs.begin(exercise.id, exercise.title, seed, sha256_of(source))
        seen.run = writer.info.id
    try:
        for event in checker.check(exercise, source, seed, track=True):
            if isinstance(event, Starting):
                desk.say(event.what, "muted")
            elif isinstance(event, Records):
                if writer is not None:
                    writer.take(event.items, event.dropped)
                tell_findings(desk, watchers.take(event.items), seen)
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
    finally:
        if writer is not None:
            end(writer, seen)
    return seen


def tell_findings(desk: Desk, news: list[Finding], seen: Followed) -> None:
    """Show diagnoses that are new or withdrawn, and keep those that stand."""
    for finding in news:
        seen.findings = [f for f in seen.findings if f.key != finding.key]
        if finding.withdrawn:
            desk.draw(finding_line(finding, desk.width))
        else:
            seen.findings.append(finding)
            desk.draw(finding_picture(finding, desk.width))


def end(writer: RunWriter, seen: Followed) -> None:
    """Finish what is kept of a run, however it ended."""
    writer.note(dict.fromkeys(finding.name for finding in seen.findings))
    verdict = seen.verdict
    if verdict is not None:
        writer.finish(str(verdict.outcome), verdict.metrics)
    else:
        writer.finish("interrupted")
    writer.join()


def finding_document(finding: Finding) -> dict[str, Any]:
    """Return a diagnosis as ``--json`` gives it."""
    return {
        "name": finding.name, "title": finding.title, "explanation": finding.explanation,
        "evidence": [e.text for e in finding.evidence], "advice": list(finding.advice),
        "step": finding.step, "severity": str(finding.severity),
        "training": finding.training, "layer": finding.layer,
    }  # fmt: skip


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
