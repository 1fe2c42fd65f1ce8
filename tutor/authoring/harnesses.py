"""Proofs of a harness by reading it: it is closed, and the task names all it asks for."""

import ast
import math
from collections.abc import Iterator

from tutor.authoring.arithmetic import stated_numbers
from tutor.authoring.findings import Finding
from tutor.course import Exercise

NETWORK = {"urllib", "requests", "socket", "http", "ftplib", "httpx", "aiohttp"}
FASTER = ("loop", "vectoris", "fast", "times", "slow", "second")


def statement_is_complete(exercise: Exercise) -> Iterator[Finding]:
    """What the harness holds a learner to is named in the task."""
    text = exercise.task.read_text(encoding="utf-8")
    numbers = stated_numbers(text)
    for node in ast.walk(ast.parse(exercise.harness.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(
            node.func, "id", "")  # fmt: skip
        if called in ("at_least", "at_most") and len(node.args) == 3:
            target = constant(node.args[2])
            if target is not None and not stated(target, numbers):
                yield unstated(exercise, node, f"the target {target:g}")
        for word in node.keywords:
            value = constant(word.value)
            tight = (word.arg == "rtol" and value is not None and value < exercise.rtol) or (
                word.arg == "atol" and value is not None and value < exercise.atol)  # fmt: skip
            if tight and called.startswith("assert") and not stated(value or 0.0, numbers):
                yield unstated(exercise, node, f"the tolerance {word.arg}={value:g}")
        if called == "raises" and node.args and ast.unparse(node.args[0]) not in text:
            yield unstated(exercise, node, f"that {ast.unparse(node.args[0])} is raised")
        if called == "assert_within_ratio" and not any(w in text.lower() for w in FASTER):
            yield unstated(exercise, node, "that speed is checked")


def constant(node: ast.expr) -> float | None:
    try:
        value = ast.literal_eval(node)
    except ValueError:
        return None
    return float(value) if isinstance(value, int | float) else None


def stated(value: float, numbers: set[float]) -> bool:
    return any(math.isclose(value, number, rel_tol=1e-6) for number in numbers)


def unstated(exercise: Exercise, node: ast.Call, what: str) -> Finding:
    return Finding("statement-complete", str(exercise.harness), node.lineno,
                   f"the task does not say {what}; name it in {exercise.task.name}")  # fmt: skip


def harness_is_closed(exercise: Exercise) -> Iterator[Finding]:
    """The harness has titled cases, needs no network, and draws from no global state."""
    path = str(exercise.harness)
    titles: set[str] = set()
    for node in ast.walk(ast.parse(exercise.harness.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import | ast.ImportFrom):
            for name in imported(node):
                if name.partition(".")[0] in NETWORK:
                    yield Finding("no-network", path, node.lineno,
                                  f"a check must work without a network; drop {name}")  # fmt: skip
        elif isinstance(node, ast.Attribute) and draws_globally(node):
            yield Finding("seeded", path, node.lineno,
                          "draw from the case's `rng` argument, not from numpy's global "
                          "generator: a seed must repeat the check")  # fmt: skip
        elif isinstance(node, ast.FunctionDef) and (title := case_title(node)) is not None:
            if title in titles or not title.strip():
                yield Finding("case-title", path, node.lineno,
                              f"the title {title!r} is empty or used twice")  # fmt: skip
            titles.add(title)
            if not checks_something(node):
                yield Finding("case-checks", path, node.lineno,
                              f"the case “{title}” asserts nothing")  # fmt: skip


def imported(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""]


def draws_globally(node: ast.Attribute) -> bool:
    of_numpy = ast.unparse(node.value) in ("np.random", "numpy.random")
    return of_numpy and node.attr not in ("default_rng", "Generator")


def case_title(node: ast.FunctionDef) -> str | None:
    """Return the title of a case; None when the function is none."""
    for call in node.decorator_list:
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "case":
            title = call.args[0] if call.args else ast.Constant("")
            return (
                str(title.value) if isinstance(title, ast.Constant) else ast.unparse(title)
            )
    return None


CHECKING = ("assert", "require", "raises", "report", "check", "compare", "expect")


def checks_something(node: ast.FunctionDef) -> bool:
    """Return whether a case's body asserts, calls something that may, or calls the learner's."""
    inside = [n for statement in node.body for n in ast.walk(statement)]
    calls = [ast.unparse(n.func) for n in inside if isinstance(n, ast.Call)]
    asserts = any(isinstance(n, ast.Assert | ast.Raise) for n in inside)
    plain = [c for c in calls if not c.startswith(("learner.", "np.", "rng."))]
    return asserts or any("." not in c or c.startswith(CHECKING) for c in plain)
