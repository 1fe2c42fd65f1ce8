"""What a proof finds: one thing that is wrong, where, and what to do about it."""

from pathlib import Path
from typing import Any

from msgspec import Struct, field


class Finding(Struct, frozen=True):
    """One thing that does not hold.

    `rule` is a slug; `message` says what is wrong and what to do next.
    """

    rule: str
    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message} [{self.rule}]"


class Survivor(Struct, frozen=True):
    """A mutant of the solution that the harness accepts."""

    key: str
    line: int
    before: str
    after: str


class Mutation(Struct):
    """How the mutants of a solution fared."""

    total: int = 0
    killed: int = 0
    equivalent: int = 0
    survivors: list[Survivor] = field(default_factory=list)

    @property
    def score(self) -> float:
        """The share killed of those tried that are not marked equivalent."""
        counted = self.killed + len(self.survivors)
        return self.killed / counted if counted else 1.0


class Proof(Struct):
    """All that was found out about one place of the course."""

    id: str
    kind: str
    title: str
    findings: list[Finding] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)
    mutation: Mutation | None = None
    seconds: float = 0.0
    cached: bool = False


def at(rule: str, path: Path, needle: str, message: str) -> Finding:
    """Return a finding at the first line of a file that holds `needle`, else at line 1."""
    return Finding(rule, str(path), line_of(path, needle), message)


def line_of(path: Path, needle: str, after: int = 1) -> int:
    """Return the number of the first line, from `after` on, that holds a text.

    Only the text's first line counts. In TOML a backslash is written twice, so that form
    is looked for as well.
    """
    wanted = next((part for part in needle.splitlines() if part.strip()), "")
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return 1
    for form in (wanted, wanted.replace("\\", "\\\\")) if wanted else ():
        for number, line in enumerate(lines, 1):
            if number >= after and form in line:
                return number
    return after
