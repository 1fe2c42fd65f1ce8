"""Mutants of the solution against the harness, and the marks of equivalent ones.

``solutions/<id>/equivalent.toml`` excuses mutants that compute the same in another way::

    [[mutant]]
    key = "softmax: removed call: e.copy() -> e"
    reason = "The sum builds a new array anyway."
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tutor.authoring.findings import Finding, Mutation, Proof, Survivor, at
from tutor.authoring.mutation import Mutant, mutants
from tutor.authoring.trials import Bench
from tutor.course import Exercise
from tutor.protocol import Limits, Outcome

SEEDS = (1, 2, 3)


def prove_mutants(bench: Bench, exercise: Exercise, proof: Proof) -> None:
    """Add to `proof` how the mutants of the solution fared."""
    path = exercise.solutions / "equivalent.toml"
    marks, problems = equivalents(path)
    proof.findings += problems
    known = mutants(exercise.solution.read_text(encoding="utf-8"))
    proof.mutation = mutation = Mutation(total=len(known))
    for mutant in known:
        if mutant.key in marks:
            mutation.equivalent += 1
        elif survives(bench, exercise, mutant, proof.facts.get("slowest ms", 1000.0)):
            survivor = Survivor(mutant.key, mutant.line, mutant.before, mutant.after)
            mutation.survivors.append(survivor)
        else:
            mutation.killed += 1
    proof.findings += findings(exercise, mutation)
    keys = {mutant.key for mutant in known}
    proof.findings += [
        at(
            "stale-mark",
            path,
            key,
            f"no mutant has the key {key!r} any more; remove the mark",
        )
        for key in marks
        if key not in keys
    ]


def survives(bench: Bench, exercise: Exercise, mutant: Mutant, usual_ms: float) -> bool:
    """Return whether a mutant passes on every seed, within a little more time than usual."""
    seconds = min(exercise.limits.seconds, 1.0 + 10 * usual_ms / 1000)
    limits = Limits(
        seconds, min(seconds, exercise.limits.call_seconds), exercise.limits.memory_mib,
        exercise.limits.output_kib,
    )  # fmt: skip
    return all(
        bench.verdict(exercise, mutant.source, seed, brief=True, limits=limits).outcome
        is Outcome.PASSED
        for seed in SEEDS
    )


def findings(exercise: Exercise, mutation: Mutation) -> Iterator[Finding]:
    """Yield a finding for every survivor."""
    for survivor in mutation.survivors:
        yield Finding(
            "mutant-killed",
            str(exercise.solution),
            survivor.line,
            f"with `{survivor.after}` in place of `{survivor.before}` it still passes; add a "
            f"case that fails then, or mark {survivor.key!r} in equivalent.toml with a reason",
        )


def equivalents(path: Path) -> tuple[dict[str, str], list[Finding]]:
    """Return the marked keys with their reasons, and what is wrong with the marks."""
    if not path.exists():
        return {}, []
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return {}, [at("mark-readable", path, "", f"it cannot be read: {error}")]
    marks, problems = {}, []
    for item in table.get("mutant", []):
        key, reason = text(item, "key"), text(item, "reason")
        marks[key] = reason
        if not key or len(reason.split()) < 4:
            problems.append(
                at(
                    "mark-reason",
                    path,
                    key,
                    "a mark needs `key`, and a `reason` of a sentence",
                )
            )
    return marks, problems


def text(item: Any, key: str) -> str:
    value = item.get(key, "") if isinstance(item, dict) else ""
    return value if isinstance(value, str) else ""
