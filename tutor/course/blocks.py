"""What a page consists of: the parsed form of lessons, tasks and explanations."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Inline:
    """A piece of running text.

    `kind` is ``text``, ``strong``, ``emphasis``, ``code``, ``math``, ``link``, ``term`` (of
    the glossary), ``note`` (the mark of a footnote) or ``break``.
    """

    kind: str
    text: str
    target: str = ""


Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    content: Inlines
    anchor: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    content: Inlines


@dataclass(frozen=True, slots=True)
class Display:
    """A displayed formula, as TeX."""

    tex: str


@dataclass(frozen=True, slots=True)
class Code:
    """A listing that is only read."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Runnable:
    """Code that the reader may change and run, with the output it prints as written."""

    text: str
    output: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture drawn by code that leaves it in the name ``picture``."""

    caption: str
    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list; each item is a sequence of blocks."""

    ordered: bool
    items: tuple[tuple["Block", ...], ...]


@dataclass(frozen=True, slots=True)
class Callout:
    """A box: ``note``, ``misconception``, ``recap``, ``history`` or ``warning``."""

    kind: str
    name: str
    title: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Table:
    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    aligned: tuple[str, ...]
    """``left``, ``right`` or ``center`` for each column."""


@dataclass(frozen=True, slots=True)
class Question:
    """A live block: the reader commits to an answer before the explanation appears.

    `kind` is ``predict`` or ``quiz``; `form` is ``number``, ``choice``, ``several`` or
    ``order``.
    """

    kind: str
    name: str
    ask: tuple["Block", ...]
    form: str
    choices: tuple[Inlines, ...]
    answer: Any
    """A float; an index; or a list of indexes, in order for ``order``."""
    within: float
    """How far a number may be off."""
    because: tuple["Block", ...]
    replies: dict[str, Inlines]
    """What to say to particular wrong answers: the number, or the index of the choice."""


@dataclass(frozen=True, slots=True)
class Placed:
    """The place of an exercise or a demo: ``kind`` and name."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The notes at the foot of a page, in the order of their marks."""

    notes: tuple[tuple["Block", ...], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line."""


Block = (
    Heading | Paragraph | Display | Code | Runnable | Figure | Items | Callout | Table
    | Question | Placed | Footnotes | Rule
)  # fmt: skip


def plain(content: Inlines) -> str:
    """Return running text without its markup."""
    return "".join(" " if part.kind == "break" else part.text for part in content)


def superscript(number: int) -> str:
    """Return a number as the mark of a footnote."""
    return str(number).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))


def walk(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks and the blocks inside lists and callouts, in order."""
    for block in blocks:
        yield block
        if isinstance(block, Callout):
            yield from walk(block.blocks)
        elif isinstance(block, Items):
            for item in block.items:
                yield from walk(item)


def questions_in(blocks: Sequence[Block]) -> list[Question]:
    """Return the questions of a page, in order."""
    return [block for block in walk(blocks) if isinstance(block, Question)]
