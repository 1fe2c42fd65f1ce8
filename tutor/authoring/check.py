"""Proves a selection of a course: in parallel, and only what changed since the last time."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from msgspec import Struct

from tutor.authoring import cache
from tutor.authoring.demos import prove_demo
from tutor.authoring.findings import Finding, Proof
from tutor.authoring.mutated import prove_mutants
from tutor.authoring.order import prove_order
from tutor.authoring.pages import prove_lesson, prove_task_page
from tutor.authoring.proven import SEEDS, prove_programs
from tutor.authoring.trials import Bench
from tutor.authoring.written import prove_files
from tutor.course import Course, Exercise, Kind, Lesson
from tutor.course.model import Demo, Place
from tutor.errors import HostError, TutorError

UNDECIDED = ("time-to-spare", "case-needed")
"""Rules that a quick proof leaves open."""


class Options(Struct, frozen=True):
    """What to prove, and how thoroughly."""

    selector: str = ""
    """A topic, an id, or nothing for the whole course."""
    changed: str = ""
    """Only what differs from this git revision."""
    seeds: int = SEEDS
    mutate: bool = True
    fresh: bool = False
    """Do not use proofs kept from earlier runs."""
    jobs: int = 0
    """Proofs at once; as many as there are cores by default."""
    quick: bool = False
    """One seed, no mutants, and nothing that more seeds or a quiet machine have to decide."""


def check(course: Course, options: Options) -> Iterator[Proof]:
    """Yield one proof for each place selected, as they come, after that of the order.

    Raises:
        NotFound: the selector names nothing.
        TutorError: git cannot tell what changed.
    """
    selected = select(course, options)
    yield Proof("course", "order", course.title, list(order_of(course, selected, options)))
    bench = Bench(course)
    with ThreadPoolExecutor(options.jobs or os.cpu_count() or 1) as pool:
        slow_first = sorted(selected, key=lambda place: place.kind != "capstone")
        waiting = [pool.submit(prove, bench, place, options) for place in slow_first]
        try:
            for done in as_completed(waiting):
                yield done.result()
        finally:
            for future in waiting:
                future.cancel()


def order_of(course: Course, selected: list[Place], options: Options) -> Iterator[Finding]:
    """Yield what is wrong with the order, as far as it concerns what was selected."""
    files = [home for place in selected for home in homes(place)]
    for finding in prove_order(course):
        path = Path(finding.path)
        if not options.selector or any(path.is_relative_to(home) for home in files):
            yield finding


def select(course: Course, options: Options) -> list[Place]:
    """Return the places that the options name, in course order."""
    every = list(course.places.values())
    selector = options.selector.strip("/")
    if selector:
        found = [p for p in every if p.topic == selector] or [named(course, selector)]
    else:
        found = every
    if not options.changed:
        return found
    touched = changed_files(course.root, options.changed)
    return [p for p in found if any(t.is_relative_to(h) for t in touched for h in homes(p))]


def named(course: Course, selector: str) -> Place:
    """Return the place a selector names, also an exercise that no lesson places yet.

    Raises:
        NotFound: it names nothing.
    """
    for topic in course.topics:
        for exercise in topic.exercises.values():
            if exercise.id not in course.places and selector in (
                exercise.id,
                exercise.name,
            ):
                return exercise
    return course.find(selector)


def changed_files(root: Path, revision: str) -> list[Path]:
    """Return the files that differ from a git revision, new ones included."""
    found: list[Path] = []
    commands = (
        ["git", "diff", "--name-only", "--relative", revision, "--", "."],
        ["git", "ls-files", "--others", "--exclude-standard"],
    )
    for command in commands:
        done = subprocess.run(
            command, cwd=root, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise TutorError(
                f"git cannot tell what changed since {revision}: {done.stderr.strip()}"
            )
        found += [root / line for line in done.stdout.splitlines()]
    return found


def homes(place: Place) -> list[Path]:
    """Return the files and folders a place consists of."""
    if isinstance(place, Exercise):
        return [place.folder, place.solutions]
    return [place.path]


def prove(bench: Bench, place: Place, options: Options) -> Proof:
    """Return the proof of one place: a kept one, unless something it depends on changed."""
    key = cache.digest(
        depends_on(bench.course, place),
        place.id,
        options.seeds,
        options.mutate,
        options.quick,
    )
    if not options.fresh and (known := cache.kept(key)):
        known.cached = True
        return known
    start = time.monotonic()
    proof = Proof(place.id, str(place.kind), place.title)
    try:
        prover(place)(bench, place, options, proof)
    except HostError as error:
        home = homes(place)[0]
        path = home / "harness.py" if isinstance(place, Exercise) else home
        proof.findings.append(Finding("judged", str(path), 1, str(error)))
    proof.seconds = round(time.monotonic() - start, 2)
    cache.keep(key, proof)
    return proof


def depends_on(course: Course, place: Place) -> Iterator[Path]:
    """Yield every file on which the proof of a place depends."""
    for home in homes(place):
        yield from home.rglob("*") if home.is_dir() else (home,)
    if isinstance(place, Lesson | Exercise):
        # Links lead to headings of other lessons, boxes to wrong programs.
        for topic in course.topics:
            for lesson in topic.lessons:
                yield lesson.path
    if isinstance(place, Lesson):
        for exercise in course.exercises.values():
            yield exercise.solution
            if exercise.topic == place.topic:
                yield from exercise.wrong
    else:
        for used in Bench(course).checker.closure(
            tuple(u for u in place.uses if u in course.places)
        ):
            yield course.exercise(used).solution


def prover(place: Place) -> Callable[[Bench, Place, Options, Proof], None]:
    if isinstance(place, Exercise):
        return exercise_proof
    return lesson_proof if isinstance(place, Lesson) else demo_proof


def exercise_proof(bench: Bench, place: Place, options: Options, proof: Proof) -> None:
    assert isinstance(place, Exercise)
    proof.facts["teaches"] = list(place.teaches)
    proof.findings += prove_files(place)
    if any(f.rule in ("files", "python") for f in proof.findings):
        return
    unknown = [u for u in place.uses if u not in bench.course.exercises]
    if unknown:
        return  # the proof of the order says so
    proof.findings += prove_task_page(bench, place)
    seeds = 1 if options.quick else options.seeds
    prove_programs(bench, place, proof, seeds, quick=options.quick)
    if options.quick:
        proof.findings = [f for f in proof.findings if f.rule not in UNDECIDED]
    right = not any(f.rule in ("right-passes", "judged") for f in proof.findings)
    # A capstone is judged by what it reaches: a changed program that reaches it is right.
    if options.mutate and not options.quick and right and place.kind is not Kind.CAPSTONE:
        prove_mutants(bench, place, proof)


def lesson_proof(bench: Bench, place: Place, _: Options, proof: Proof) -> None:
    assert isinstance(place, Lesson)
    proof.findings += prove_lesson(bench, place)


def demo_proof(bench: Bench, place: Place, _: Options, proof: Proof) -> None:
    assert isinstance(place, Demo)
    proof.findings += prove_demo(bench, place)
