"""What a formula is made of: a tree of frozen nodes.

Nodes say what was written, not how it looks; `layout`, `inline` and `spoken` are three
readings of the same tree.
"""

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "ord", "op", "big", "bin", "rel", "open", "close", "punct", "inner", "word",
    "prefix",
]  # fmt: skip
"""How a node keeps its distance from its neighbours.

TeX's atom classes, and three more: ``big`` for an operator that owns what follows
(a sum), ``word`` for running text, ``prefix`` for a sign without a left operand.
"""

Place = Literal["over", "under"]
Size = Literal["", "display", "text"]


@dataclass(frozen=True, slots=True)
class Symbol:
    """One glyph."""

    glyph: str
    kind: Kind
    words: str
    """How the glyph is read aloud."""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """A run of digits, possibly with a decimal point."""

    digits: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """Words set as they stand, blanks included."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A function with a name of several letters."""

    name: str
    limits: bool = False
    """Whether a subscript belongs underneath, as for a maximum."""


@dataclass(frozen=True, slots=True)
class BigSign:
    """A sum, product, integral or the like."""

    glyph: str
    words: str


@dataclass(frozen=True, slots=True)
class Space:
    """Blank cells asked for by the author; negative to close a gap."""

    cells: int


@dataclass(frozen=True, slots=True)
class Group:
    """Nodes in a row."""

    items: "tuple[Node, ...]" = ()


@dataclass(frozen=True, slots=True)
class Scripts:
    """A base with what hangs on it."""

    base: "Node"
    sub: "Node | None" = None
    sup: "Node | None" = None
    primes: int = 0
    limits: bool = False
    """Whether the scripts stand below and above the base in display."""


@dataclass(frozen=True, slots=True)
class Fraction:
    """A quotient."""

    top: "Node"
    bottom: "Node"
    size: Size = ""


@dataclass(frozen=True, slots=True)
class Binomial:
    """A binomial coefficient."""

    top: "Node"
    bottom: "Node"


@dataclass(frozen=True, slots=True)
class Root:
    """A root; square when it has no index."""

    body: "Node"
    index: "Node | None" = None


@dataclass(frozen=True, slots=True)
class Accent:
    """A hat, bar, line or the like over or under a body."""

    mark: str
    """A key of `symbols.MARKS`."""
    body: "Node"


@dataclass(frozen=True, slots=True)
class Brace:
    """A horizontal brace with an optional label."""

    place: Place
    body: "Node"
    label: "Node | None" = None


@dataclass(frozen=True, slots=True)
class Fenced:
    """A body between delimiters that grow with it; an empty delimiter is invisible."""

    left: str
    right: str
    body: Group


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells: a matrix, a case distinction, aligned or stacked lines."""

    name: str
    """The environment's name, a key of `symbols.FENCES`."""
    rows: tuple[tuple[Group, ...], ...]


Node = (
    Symbol | Number | Text | Name | BigSign | Space | Group | Scripts | Fraction
    | Binomial | Root | Accent | Brace | Fenced | Grid
)  # fmt: skip


def items_of(node: Node) -> tuple[Node, ...]:
    """Return the nodes in a row that `node` stands for."""
    return node.items if isinstance(node, Group) else (node,)
