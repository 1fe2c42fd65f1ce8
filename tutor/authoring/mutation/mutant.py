"""One mutant: what was changed, where, and the name by which it is remembered."""

from dataclasses import dataclass
from hashlib import sha256

WIDTH = 60
"""The longest text shown of what was replaced."""

LEAD = 20
"""How much of a common beginning stays in view when it has to be cut."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A copy of a program with one mistake; lines are counted from 1."""

    operator: str
    line: int
    before: str
    after: str
    source: str
    function: str = "module"
    ordinal: int = 1
    digest: str = ""

    @property
    def key(self) -> str:
        """A name that stays the same while other parts of the program are edited.

        It holds no line number. A text that was shortened adds a digest of the whole, and
        of several equal changes in one function all but the first add their rank.
        """
        digest = f" ~{self.digest}" if self.digest else ""
        rank = f" #{self.ordinal}" if self.ordinal > 1 else ""
        change = f"{self.before} -> {self.after}"
        return f"{self.function}: {self.operator}: {change}{digest}{rank}"


def shortened(before: str, after: str) -> tuple[str, str, str]:
    """Return both texts cut to `WIDTH` around what differs, and a digest if any was cut.

    Both are cut at the same place, so that they can be read one above the other.
    """
    if max(len(before), len(after)) <= WIDTH:
        return before, after, ""
    same = next(
        (i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), 0
    )
    start = max(0, same - LEAD)
    digest = sha256(f"{before}\n{after}".encode()).hexdigest()[:6]
    return window(before, start), window(after, start), digest


def window(text: str, start: int) -> str:
    """Return `WIDTH` characters of `text` from `start`, with dots where it was cut."""
    piece = text[start : start + WIDTH].strip()
    head = "…" if start else ""
    tail = "…" if len(text) > start + WIDTH else ""
    return f"{head}{piece}{tail}"
