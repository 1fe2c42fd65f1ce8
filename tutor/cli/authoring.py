"""``course check``, ``course new`` and ``course preview``: the commands of authors."""

import argparse
import re
import sys
import time
from pathlib import Path

from msgspec import to_builtins

from tutor.authoring import Finding, Options, Proof, check
from tutor.authoring.findings import line_of
from tutor.authoring.report import write_report
from tutor.authoring.scaffold import new_parts
from tutor.cli import FAILED, PASSED, USAGE
from tutor.cli.desk import Desk
from tutor.errors import CourseError
from tutor.viz.ink import Ink, Run, row


def check_course(options: argparse.Namespace) -> int:
    """Prove a selection of the course; the exit code is 0 when nothing was found."""
    desk, start = Desk(options), time.monotonic()
    wanted = Options(
        selector=options.selector or "",
        changed=options.changed or "",
        seeds=options.seeds,
        mutate=not options.no_mutants,
        fresh=options.fresh,
    )
    try:
        course = desk.course
    except CourseError as error:
        return unreadable(desk, error)
    proofs = []
    for proof in check(course, wanted):
        proofs.append(proof)
        tell(desk, proof, options.verbose)
    order = {place_id: i for i, place_id in enumerate(["course", *desk.course.places])}
    proofs.sort(key=lambda proof: order.get(proof.id, 0))
    if options.report:
        write_report(desk.course, proofs, options.report)
        desk.say(f"The report is in {options.report}.", "muted")
    found = sum(len(proof.findings) for proof in proofs)
    seconds = time.monotonic() - start
    kept = sum(proof.cached for proof in proofs)
    desk.say("")
    desk.say(
        f"{len(proofs)} proven ({kept} as before), {found} findings, {seconds:.1f} s.",
        "bad" if found else "good",
        bold=True,
    )
    desk.answer({
        "ok": not found,
        "seconds": round(seconds, 2),
        "places": [document(proof) for proof in proofs],
    })  # fmt: skip
    return FAILED if found else PASSED


def unreadable(desk: Desk, error: CourseError) -> int:
    """Tell of a course that cannot be read as of any other finding."""
    place, _, message = str(error).partition(": ")
    path, _, line = place.rpartition(":")
    path, number = (path, int(line)) if path and line.isdecimal() else (place, 1)
    if number == 1 and (key := re.search("'([^']+)'", message)):
        number = line_of(Path(path), key[1])
    finding = Finding("loads", path, number, message)
    desk.say(str(finding), "bad")
    proof = Proof("course", "order", desk.options.selector or "", [finding])
    desk.answer({"ok": False, "seconds": 0.0, "places": [document(proof)]})
    return FAILED


def tell(desk: Desk, proof: Proof, verbose: bool) -> None:
    """Show one proof: a line, and its findings."""
    mark, token = ("✗", "bad") if proof.findings else ("✓", "good")
    facts = []
    if proof.mutation:
        facts.append(f"mutants {proof.mutation.score:.0%}")
    if "wrong programs" in proof.facts:
        facts.append(f"{proof.facts['wrong programs']} wrong programs")
    facts.append("as before" if proof.cached else f"{proof.seconds:.1f} s")
    tail = Run("  " + ", ".join(facts), Ink("muted"))
    desk.draw([row(Run(f"{mark} ", Ink(token)), f"{proof.id:<30}", tail)])
    for finding in proof.findings:
        place = f"{shortened(desk, finding.path)}:{finding.line}: "
        desk.draw([row("    ", Run(place, Ink("accent")), finding.message)])
    if verbose:
        for name, value in proof.facts.items():
            desk.say(f"    {name}: {value}", "muted")


def shortened(desk: Desk, path: str) -> str:
    """Return a path as seen from the course's folder."""
    try:
        return str(Path(path).relative_to(desk.course.root))
    except ValueError:
        return path


def document(proof: Proof) -> dict[str, object]:
    found = dict(to_builtins(proof))
    found["ok"] = not proof.findings
    if proof.mutation:
        found["mutation"] |= {"score": round(proof.mutation.score, 4)}
    return found


def new(options: argparse.Namespace) -> int:
    """Write the files of a new topic, exercise, lesson or demo."""
    desk = Desk(options)
    written = new_parts(desk.course, options.what)
    for path in written:
        desk.say(f"  {shortened(desk, str(path))}", "accent")
    desk.say("Each TODO says what belongs there. Then: dltutor course check "
             f"{options.what.split('/')[0]}")  # fmt: skip
    desk.answer({"written": [str(path) for path in written]})
    return PASSED


def preview(options: argparse.Namespace) -> int:
    """Show a lesson or task as it is edited."""
    if not sys.stdin.isatty() or not sys.stdout.isatty():
        print("course preview needs a terminal.", file=sys.stderr)
        return USAGE
    from tutor.tui.preview import PreviewApp

    PreviewApp(options.file, options.course).run()
    return PASSED
