"""Proofs of an exercise by running: starter, solution, other right and wrong programs."""

import time
from collections.abc import Iterator
from pathlib import Path

from tutor.authoring.findings import Finding, Proof, at
from tutor.authoring.trials import Bench, failures, told
from tutor.course import Exercise, Kind
from tutor.protocol import Outcome, Verdict

SEEDS = 20
LEAST_SEEDS = 3
WRONG_SEEDS = 2
SEED_SECONDS = 40.0
"""Spent on seeds beyond the first three; a capstone whose check takes long is proven on fewer."""
LEAST_WRONG = {Kind.EXERCISE: 4, Kind.CAPSTONE: 2}
SPARE = 5
"""The solution takes at most this fraction of the time limit."""


def prove_programs(
    bench: Bench, exercise: Exercise, proof: Proof, seeds: int, *, quick: bool = False
) -> None:
    """Add to `proof` what running the exercise's programs shows.

    Args:
        bench: judges them.
        exercise: whose they are.
        proof: gets findings and facts.
        seeds: to try the solution on.
        quick: what no other wrong program looks like goes by its own name untried.
    """
    proof.findings += starter(bench, exercise)
    proof.findings += right_programs(bench, exercise, proof, seeds)
    proof.findings += wrong_programs(bench, exercise, proof, seeds, quick=quick)


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def starter(bench: Bench, exercise: Exercise) -> Iterator[Finding]:
    """The starter is loaded and fails."""
    verdict = bench.verdict(exercise, read(exercise.starter), 1, brief=True)
    if verdict.outcome is Outcome.PASSED:
        yield at("starter-fails", exercise.starter, "def ",
                 "the starter passes every case; take the solution out of it, or add a case "
                 "that an unwritten exercise fails")  # fmt: skip
    elif verdict.outcome is Outcome.NOT_IMPORTABLE:
        yield at("starter-loads", exercise.starter, "",
                 f"the starter cannot be loaded ({told(verdict)}); a learner must be able to "
                 "start from it")  # fmt: skip


def right_programs(
    bench: Bench, exercise: Exercise, proof: Proof, seeds: int
) -> Iterator[Finding]:
    """The solution passes on every seed with time to spare; other styles pass too."""
    others = sorted(exercise.solutions.glob("also_*.py"))
    proof.facts["other right programs"] = len(others)
    if not others:
        yield at("another-style", exercise.solution, "",
                 "there is no `also_<style>.py`; write a right program in another style, so "
                 "that the harness is known to judge behaviour")  # fmt: skip
    slowest, tried, until = 0.0, 0, time.monotonic() + SEED_SECONDS
    for seed in range(1, seeds + 1):
        if seed > LEAST_SEEDS and time.monotonic() > until:
            break
        verdict = bench.verdict(exercise, read(exercise.solution), seed)
        tried, slowest = seed, max(slowest, verdict.elapsed_ms)
        if verdict.outcome is not Outcome.PASSED:
            yield failing_right(exercise, exercise.solution, seed, verdict)
            break
        proof.facts["cases"] = [case.title for case in verdict.cases]
        proof.facts["metrics"] = merged(proof.facts.get("metrics", {}), verdict)
    proof.facts |= {"seeds": tried, "slowest ms": round(slowest, 1)}
    if slowest > exercise.limits.seconds * 1000 / SPARE:
        yield at("time-to-spare", exercise.folder / "exercise.toml", "seconds",
                 f"a check of the solution took {slowest / 1000:.1f} s, more than a fifth of "
                 f"the limit of {exercise.limits.seconds:g} s; raise `[limits] seconds` or "
                 "make the check smaller")  # fmt: skip
    for path in others:
        for seed in first_seeds(exercise, seeds, LEAST_SEEDS):
            verdict = bench.verdict(exercise, read(path), seed)
            if verdict.outcome is not Outcome.PASSED:
                yield failing_right(exercise, path, seed, verdict)
                break


def first_seeds(exercise: Exercise, seeds: int, most: int) -> range:
    """Return the seeds for a program beside the solution; a capstone's is tried on one."""
    return range(1, 1 + (1 if exercise.kind is Kind.CAPSTONE else min(seeds, most)))


def failing_right(exercise: Exercise, path: Path, seed: int, verdict: Verdict) -> Finding:
    return at("right-passes", path, "def ",
              f"this program is meant to be right and is {verdict.outcome} on seed {seed}: "
              f"{told(verdict)} Mend it or the case; `dltutor check {exercise.id} --file … "
              f"--seed {seed}` repeats it")  # fmt: skip


def merged(least: dict[str, list[float]], verdict: Verdict) -> dict[str, list[float]]:
    """Return for each metric with a target its target and the least margin so far."""
    found = dict(least)
    for name, target in verdict.targets.items():
        margin = abs(verdict.metrics.get(name, target) - target)
        found[name] = [target, min(margin, found.get(name, [target, margin])[1])]
    return found


def wrong_programs(
    bench: Bench, exercise: Exercise, proof: Proof, seeds: int, *, quick: bool
) -> Iterator[Finding]:
    """Each wrong program is rejected and named as itself; each case is failed by one."""
    least = LEAST_WRONG[exercise.kind]
    proof.facts["wrong programs"] = len(exercise.wrong)
    if len(exercise.wrong) < least:
        yield at("enough-wrong", exercise.solution, "",
                 f"there are {len(exercise.wrong)} wrong programs; write at least {least} "
                 "`wrong_<name>.py` that real learners would write")  # fmt: skip
    failed: set[str] = set()
    settled: set[Path] = set()
    for seed in first_seeds(exercise, seeds, WRONG_SEEDS):
        for path, verdict, rivals in alike(bench, exercise, seed):
            if path in settled:
                continue
            name: str | None = path.stem.removeprefix("wrong_")
            if len(rivals) > 1 or not quick:
                verdict, diagnosis = bench.named(exercise, read(path), seed, rivals)
                name = diagnosis.misconception
            failed |= {case.title for case in failures(verdict)}
            if verdict.outcome is Outcome.PASSED:
                settled.add(path)
                yield at("wrong-rejected", path, "def ",
                         f"this wrong program passes on seed {seed}; add a case that it "
                         "fails, or remove it if it is right")  # fmt: skip
            elif verdict.outcome is Outcome.NOT_IMPORTABLE:
                settled.add(path)
                yield at("wrong-loads", path, "", f"it cannot be loaded: {told(verdict)}")
            elif f"wrong_{name}" != path.stem:
                settled.add(path)
                yield unnamed(path, seed, name)
    for title in proof.facts.get("cases", []):
        if title not in failed:
            yield at("case-needed", exercise.harness, title,
                     f"no wrong program fails the case “{title}”; add one that does, or drop "
                     "the case")  # fmt: skip


def alike(
    bench: Bench, exercise: Exercise, seed: int
) -> Iterator[tuple[Path, Verdict, set[Path]]]:
    """Yield each wrong program, its verdict, and those whose cases look the same.

    Only these, itself among them, can be taken for it: a diagnosis wants all outcomes to
    agree, and where it goes by outcomes alone, what is said of them.
    """
    verdicts = {p: bench.verdict(exercise, read(p), seed) for p in exercise.wrong}
    by_answers = exercise.compare == "answers"
    looks = {
        p: tuple(case.outcome if by_answers else case.gist for case in verdict.cases)
        for p, verdict in verdicts.items()
    }
    for path, verdict in verdicts.items():
        yield path, verdict, {p for p in looks if looks[p] == looks[path]}


def unnamed(path: Path, seed: int, name: str | None) -> Finding:
    if name is None:
        message = (
            f"on seed {seed} nothing or more than one wrong program explains this one: it "
            "behaves like another, or its answers are random; merge the two, or add a case "
            "that tells them apart"
        )
    else:
        other = f"wrong_{name}.py"
        message = (
            f"on seed {seed} it is taken for {other}; add a case that tells them apart"
        )
    return at("wrong-named", path, "def ", message)
