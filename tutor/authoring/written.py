"""Proofs of an exercise by reading its files: nothing is run."""

import ast
import math
import re
from collections.abc import Iterator
from pathlib import Path

from tutor.authoring.findings import Finding, at
from tutor.authoring.promises import answer_in_comments, prove_promises
from tutor.course import Exercise
from tutor.course.tasks import HINTS

LEVELS = ("easy", "medium", "hard")
TOOLSETS = ("numpy", "gymnasium", "torch")
COMPARED = ("answers", "outcomes")
NETWORK = {"urllib", "requests", "socket", "http", "ftplib", "httpx", "aiohttp"}
SLUG = re.compile(r"[a-z][a-z0-9_]*")
LESSON_LINE = re.compile(r"^Lesson: (\S+/\S+#\S+)$", re.MULTILINE)
FILES = {"exercise.toml", "task.md", "starter.py", "harness.py"}
SOLUTIONS = re.compile(r"(solution|also_\w+|wrong_\w+)\.py|equivalent\.toml")
FASTER = ("loop", "vectoris", "fast", "times", "slow", "second")
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|TBD|lorem ipsum)\b", re.IGNORECASE)


def prove_files(exercise: Exercise) -> Iterator[Finding]:
    """Yield what is wrong with the files as they stand."""
    missing = list(absent(exercise))
    yield from missing
    if missing:
        return
    broken = [f for path in programs(exercise) if (f := unreadable(path))]
    yield from broken
    if broken:
        return
    yield from described(exercise)
    yield from strangers(exercise)
    yield from one_surface(exercise)
    yield from task_is_whole(exercise)
    yield from statement_is_complete(exercise)
    yield from explanations(exercise)
    yield from harness_is_closed(exercise)
    yield from prove_promises(exercise)
    yield from answer_in_comments(exercise.starter, telling_lines(exercise))


def absent(exercise: Exercise) -> Iterator[Finding]:
    for path in (exercise.task, exercise.starter, exercise.harness, exercise.solution):
        if not path.is_file():
            yield Finding("files", str(path), 1, "this file is missing; write it, or copy "
                          "that of another exercise and change it")  # fmt: skip


def programs(exercise: Exercise) -> list[Path]:
    return [exercise.starter, exercise.harness, *sorted(exercise.solutions.glob("*.py"))]


def unreadable(path: Path) -> Finding | None:
    """Return a finding when a file is no Python in UTF-8."""
    try:
        ast.parse(path.read_text(encoding="utf-8"))
    except SyntaxError as error:
        return Finding("python", str(path), error.lineno or 1, f"not Python: {error.msg}")
    except (UnicodeDecodeError, ValueError) as error:
        return Finding("python", str(path), 1, f"it cannot be read: {error}")
    return None


def described(exercise: Exercise) -> Iterator[Finding]:
    """exercise.toml holds what people and tools need, each of a known kind."""
    path = exercise.folder / "exercise.toml"
    wishes = [
        ("title", bool(exercise.title.strip()), "give it a title"),
        ("level", exercise.level in LEVELS, f"the level is one of {', '.join(LEVELS)}"),
        ("minutes", 0 < exercise.minutes <= 240, "minutes are between 1 and 240"),
        ("needs", exercise.needs in TOOLSETS, f"needs is one of {', '.join(TOOLSETS)}"),
        ("compare", exercise.compare in COMPARED, f"compare: {' or '.join(COMPARED)}"),
        ("entry", bool(exercise.entry), "name in `entry` what the file must define"),
        ("teaches", bool(exercise.teaches), "say in `teaches` which objectives it covers"),
        ("sources", bool(exercise.sources), "name a source with its section"),
        ("rtol", 0 <= exercise.rtol < 0.1, "a relative tolerance of 0.1 accepts anything"),
        ("atol", 0 <= exercise.atol < 1, "an absolute tolerance of 1 accepts anything"),
        ("seconds", 0 < exercise.limits.seconds <= 300, "a check takes up to 300 s"),
        ("call_seconds", 0 < exercise.limits.call_seconds <= exercise.limits.seconds,
         "call_seconds is at most seconds"),
        ("memory_mib", 256 <= exercise.limits.memory_mib <= 16384,
         "memory_mib is between 256 and 16384"),
    ]  # fmt: skip
    for key, holds, wish in wishes:
        if not holds:
            yield at("description", path, key, f"`{key}` is wrong: {wish}")
    if not SLUG.fullmatch(exercise.name):
        yield at("slug", path, "title", "the folder's name is not lower_snake_case")


def strangers(exercise: Exercise) -> Iterator[Finding]:
    """No file lies beside those the program reads."""
    for path in sorted(exercise.folder.iterdir()):
        if path.name not in FILES and path.name != "__pycache__":
            yield Finding("stray-file", str(path), 1, "nothing reads this file; remove it")
    for path in sorted(exercise.solutions.iterdir()):
        if not SOLUTIONS.fullmatch(path.name) and path.name != "__pycache__":
            yield Finding("stray-file", str(path), 1,
                          "nothing reads this file; it is named solution.py, "
                          "also_<style>.py, wrong_<name>.py or equivalent.toml")  # fmt: skip


Surface = dict[str, tuple[str, str, str, int]]


def surface(path: Path) -> Surface:
    """Return head, docstring, kind and line of what a file defines in public."""
    found: Surface = {}

    def note(prefix: str, body: list[ast.stmt]) -> None:
        for node in body:
            if not isinstance(node, ast.FunctionDef | ast.ClassDef):
                continue
            if node.name[0] == "_" and not node.name.startswith("__"):
                continue
            name, text = prefix + node.name, ast.get_docstring(node) or ""
            if isinstance(node, ast.FunctionDef):
                result = ast.unparse(node.returns) if node.returns else ""
                head = f"({ast.unparse(node.args)}) -> {result}"
                found[name] = (head, text, "function", node.lineno)
            else:
                bases = ", ".join(map(ast.unparse, node.bases))
                found[name] = (f"({bases})", text, "class", node.lineno)
                note(f"{name}.", node.body)

    note("", ast.parse(path.read_text(encoding="utf-8")).body)
    return found


def one_surface(exercise: Exercise) -> Iterator[Finding]:
    """Starter and solution define the same names with the same heads and docstrings."""
    start, solution = surface(exercise.starter), surface(exercise.solution)
    for name in exercise.entry:
        if name not in solution and not assigned(exercise.solution, name):
            yield at("entry", exercise.folder / "exercise.toml", "entry",
                     f"the solution does not define {name}")  # fmt: skip
    for name, (head, text, kind, line) in start.items():
        if name not in solution:
            yield Finding("surface", str(exercise.starter), line,
                          f"the solution has no {kind} {name}")  # fmt: skip
        elif solution[name][0] != head:
            yield Finding("surface", str(exercise.starter), line,
                          f"{name}{head} is {name}{solution[name][0]} in the solution; make "
                          "them the same")  # fmt: skip
        elif solution[name][1] != text:
            yield Finding("surface", str(exercise.starter), line,
                          f"{name} has another docstring in the solution")  # fmt: skip
        elif not text and "." not in name:
            yield Finding("docstring", str(exercise.starter), line,
                          f"{name} has no docstring; say shapes, types and result")  # fmt: skip
    for name in exercise.entry:
        if name in solution and name not in start:
            yield at("surface", exercise.starter, "", f"the starter lacks {name}")
    if "TODO" not in exercise.starter.read_text(encoding="utf-8"):
        yield at("starter-todo", exercise.starter, "", "no TODO says where to write")


def assigned(path: Path, name: str) -> bool:
    """Return whether a file gives a value to `name` at its top level."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    targets = [
        t for node in tree.body if isinstance(node, ast.Assign) for t in node.targets
    ]
    targets += [node.target for node in tree.body if isinstance(node, ast.AnnAssign)]
    return any(isinstance(t, ast.Name) and t.id == name for t in targets)


def task_is_whole(exercise: Exercise) -> Iterator[Finding]:
    """The task has title, contract, example and four hints, and nothing left to do."""
    path = exercise.task
    text = path.read_text(encoding="utf-8")
    statement, cut, hints = text.partition(HINTS)
    if not text.startswith("# "):
        yield at("task-title", path, "", "a task starts with `# Title`")
    for part in ("## Contract", "## Example"):
        if f"\n{part}\n" not in statement:
            yield at("task-parts", path, "#", f"the section `{part}` is missing")
    steps = len(re.findall(r"(?m)^### ", hints))
    if not cut or steps != 4:
        yield at("hints", path, "## Hints",
                 f"there are {steps} hints below `## Hints`; four are wanted: the goal "
                 "restated, where the lesson says it, the structure, almost the code")  # fmt: skip
    for part in re.split(r"(?m)^(?=### )", hints)[1:]:
        if len(part.split()) < 8:
            yield at("hints", path, part.splitlines()[0], "this hint says next to nothing")
    for name in exercise.entry:
        if name not in statement:
            yield at("task-entry", path, "#", f"the task never names `{name}`")
    yield from unfinished(path)
    yield from given_away(exercise, hints)


def unfinished(path: Path) -> Iterator[Finding]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if found := UNFINISHED.search(line):
            yield Finding("unfinished", str(path), number, f"{found[0]!r} is still here")


def given_away(exercise: Exercise, hints: str) -> Iterator[Finding]:
    """No hint and no explanation holds the solution's telling lines as they are."""
    telling = telling_lines(exercise)
    places = [(exercise.task, hints)]
    for path in exercise.wrong:
        places.append((path, ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""))
    for path, text in places:
        if len(given := [line for line in telling if line in text]) > max(
            1, len(telling) // 2
        ):
            yield at("given-away", path, given[0],
                     f"the solution stands here: `{given[0]}`; a learner should still have "
                     "something to write")  # fmt: skip


def telling_lines(exercise: Exercise) -> list[str]:
    """Return the lines of the solution that a learner has to find."""
    body = exercise.solution.read_text(encoding="utf-8")
    start = set(map(str.strip, exercise.starter.read_text(encoding="utf-8").splitlines()))
    lines = [line.strip() for line in ast.unparse(ast.parse(body)).splitlines()]
    return [
        x
        for x in lines
        if len(x) > 18
        and x not in start
        and not x.startswith(("def ", "import", "from", "'", '"'))
    ]


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


def stated_numbers(text: str) -> set[float]:
    """Return every number in a text; a percentage also as a share, powers of ten too."""
    found = set()
    cleaned = re.sub(r"10\^\{?(-?\d+)\}?", r"1e\1", text.replace("−", "-"))
    for number, percent in re.findall(r"(-?\d[\d,]*\.?\d*(?:e-?\d+)?)(?:\s*(%))?", cleaned):
        value = float(number.replace(",", "").rstrip("."))
        found |= {value, value / 100} if percent else {value}
    return found


def stated(value: float, numbers: set[float]) -> bool:
    return any(math.isclose(value, number, rel_tol=1e-6) for number in numbers)


def unstated(exercise: Exercise, node: ast.Call, what: str) -> Finding:
    return Finding("statement-complete", str(exercise.harness), node.lineno,
                   f"the task does not say {what}; name it in {exercise.task.name}")  # fmt: skip


def explanations(exercise: Exercise) -> Iterator[Finding]:
    """Each wrong program explains itself, and names a paragraph of a lesson."""
    seen: dict[str, Path] = {}
    for path in exercise.wrong:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        text = ast.get_docstring(tree) or ""
        body = LESSON_LINE.sub("", text).strip()
        if len(body.split()) < 15 or "\n\n" not in body:
            yield at("explanation", path, '"""',
                     "the docstring is what the learner reads: a first line that says what "
                     "the program does wrong, a blank line, and why it matters")  # fmt: skip
        if not LESSON_LINE.search(text):
            yield at("explanation", path, '"""',
                     "the docstring ends in no line `Lesson: topic/lesson#heading`")  # fmt: skip
        code = ast.dump(ast.Module([*tree.body[1:]], []))
        if code in seen:
            yield at("twice", path, "", f"this is the same program as {seen[code].name}")
        seen[code] = path


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
