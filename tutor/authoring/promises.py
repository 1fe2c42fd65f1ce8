"""What a harness holds learners to, a task must promise; what a file says must be so."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tutor.authoring.findings import Finding, at
from tutor.course import Exercise

SAID = {
    "assert_untouched": (
        "stay as",
        "stays as",
        "as it was",
        "unchanged",
        "in place",
        "as they were",
    ),
    "assert_unaliased": ("memory", "view", "copy", "new array", "own"),
}
"""Checks of manners, and words of which a task that checks them uses one."""
LOOSE = 0.05
MINUTES = {"easy": 30, "medium": 60, "hard": 120}
PLACE = re.compile(
    r"\d\.\d|\b\d{1,3}\b|section|chapter|appendix|documentation|course|notes|guide", re.I
)
"""What tells where in a source to look: a section, a chapter, a volume, a kind of page."""


def prove_promises(exercise: Exercise) -> Iterator[Finding]:
    """Yield where harness, task, starter and description disagree."""
    tree = ast.parse(exercise.harness.read_text(encoding="utf-8"))
    yield from promised(exercise, tree)
    yield from drawn_widely(exercise, tree)
    yield from own_oracle(exercise, tree)
    yield from borrowed(exercise)
    yield from described_truly(exercise, tree)


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Yield every call with the bare name of what is called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func
            yield name if isinstance(name, str) else getattr(name, "id", ""), node


def promised(exercise: Exercise, tree: ast.AST) -> Iterator[Finding]:
    """Manners and dtypes that are checked are named in the task."""
    text = exercise.task.read_text(encoding="utf-8").lower()
    for name, node in calls(tree):
        if name in SAID and not any(word in text for word in SAID[name]):
            yield at("promised", exercise.task, "## Contract",
                     f"{name} is checked, and the contract does not say so")  # fmt: skip
        for word in node.keywords:
            wanted = getattr(word.value, "value", None)
            if word.arg == "dtype" and wanted == "float32" and "float32" not in text:
                yield at("promised", exercise.task, "## Contract",
                         "float32 is checked, and the contract does not name it")  # fmt: skip
            tolerance = wanted if word.arg in ("rtol", "atol") else None
            loose = isinstance(tolerance, float) and tolerance > LOOSE
            if loose and name == "assert_close":
                yield Finding("too-loose", str(exercise.harness), node.lineno,
                              f"{word.arg}={tolerance} accepts nearly anything")  # fmt: skip


def drawn_widely(exercise: Exercise, tree: ast.AST) -> Iterator[Finding]:
    """A drawn number or choice can take more than one value."""
    for name, node in calls(tree):
        values = [constant(a) for a in node.args]
        single = name == "one_of" and len(node.args) == 1 and not isinstance(
            node.args[0], ast.Starred)  # fmt: skip
        if name in ("whole", "integers") and len(values) == 2:
            low, high = values
            single = low is not None and high is not None and high - low <= 1
        if single:
            yield Finding("drawn", str(exercise.harness), node.lineno,
                          f"{ast.unparse(node)} always draws the same; widen it")  # fmt: skip


def constant(node: ast.expr) -> int | None:
    try:
        value = ast.literal_eval(node)
    except ValueError:
        return None
    return value if isinstance(value, int) else None


def own_oracle(exercise: Exercise, tree: ast.AST) -> Iterator[Finding]:
    """Expected values do not come from the reference, whose mistakes would pass."""
    for name, node in calls(tree):
        if name in ("assert_close", "assert_equal", "require"):
            for inner in ast.walk(node):
                if isinstance(inner, ast.Name) and inner.id == "reference":
                    yield Finding("own-oracle", str(exercise.harness), node.lineno,
                                  "the expected value comes from the reference; compute it "
                                  "in another way")  # fmt: skip


def borrowed(exercise: Exercise) -> Iterator[Finding]:
    """Whatever `uses` lists is imported somewhere."""
    files = [exercise.starter, exercise.solution, exercise.harness, exercise.task]
    files += sorted(exercise.solutions.glob("*.py"))
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    if exercise.uses and "tutor.yours" not in text:
        yield at("uses", exercise.folder / "exercise.toml", "uses",
                 "nothing imports from tutor.yours; drop `uses`")  # fmt: skip


def described_truly(exercise: Exercise, tree: ast.Module) -> Iterator[Finding]:
    """Description and docstring belong to this exercise and are plausible."""
    path = exercise.folder / "exercise.toml"
    said = re.search(
        r"[Cc]hecks for ([a-z0-9_]+/[a-z0-9_]+)", ast.get_docstring(tree) or ""
    )
    if said and said[1] != exercise.id:
        yield at(
            "docstring", exercise.harness, said[1], f"this is the harness of {exercise.id}"
        )
    if exercise.kind != "capstone" and exercise.minutes > MINUTES.get(exercise.level, 120):
        yield at("description", path, "minutes",
                 f"{exercise.minutes} minutes are much for level {exercise.level}")  # fmt: skip
    if len(set(exercise.teaches)) < len(exercise.teaches):
        yield at("description", path, "teaches", "an objective stands here twice")
    for source in exercise.sources:
        if not PLACE.search(source):
            yield at(
                "description", path, source[:30], "name section or chapter of this source"
            )


def answer_in_comments(starter: Path, telling: list[str]) -> Iterator[Finding]:
    """The starter does not hold the solution in a comment."""
    right_sides = [re.sub(r"^(return|\w+( [-+*/]?=)) ", "", line) for line in telling]
    answers = [x for x in right_sides if len(x) > 30 and "track." not in x]
    for number, line in enumerate(starter.read_text(encoding="utf-8").splitlines(), 1):
        comment = line.partition("#")[2]
        if any(answer in comment for answer in answers):
            yield Finding(
                "given-away", str(starter), number, "this comment is the solution"
            )
