"""The glossary: terms that topics define in ``lessons/<topic>/glossary*.toml``.

[[term]]
term = "receptive field"
also = ["receptive fields"]
says = "The part of the input that can change one output."
see = "cnn/depth#receptive-field"
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from tutor.course.blocks import Block, Callout, Inline, Inlines, Items, Paragraph
from tutor.course.load import naming, read_toml
from tutor.course.model import Course

KEYS = {"term", "also", "says", "see"}


@dataclass(frozen=True, slots=True)
class Term:
    """One word of the field, explained in a sentence."""

    name: str
    says: str
    see: str
    """``topic/lesson#anchor`` of the place that defines it."""
    forms: tuple[str, ...]
    """All the ways it is written."""


@dataclass(frozen=True)
class Glossary:
    """All terms, by name and by the ways they are written."""

    terms: Mapping[str, Term]
    forms: Mapping[str, Term]
    pattern: re.Pattern[str] | None
    """Finds any form as whole words, the longest first."""


def load_glossary(course: Course) -> Glossary:
    """Return the terms of all topics.

    Raises:
        CourseError: a file is not of the agreed form; names it.
    """
    terms: dict[str, Term] = {}
    forms: dict[str, Term] = {}
    for topic in course.topics:
        for path in sorted((course.root / "lessons" / topic.slug).glob("glossary*.toml")):
            with naming(path):
                for term in map(term_of, read_toml(path).get("term", [])):
                    terms.setdefault(term.name, term)
                    for form in term.forms:
                        forms.setdefault(form.lower(), term)
    return Glossary(terms, forms, pattern_of(forms))


def term_of(table: Mapping[str, Any]) -> Term:
    if unknown := set(table) - KEYS:
        raise ValueError(f"unknown key {sorted(unknown)[0]!r}; known: {sorted(KEYS)}")
    forms = (table["term"], *table.get("also", ()))
    return Term(table["term"], table["says"], table.get("see", ""), forms)


def pattern_of(forms: Mapping[str, Term]) -> re.Pattern[str] | None:
    if not forms:
        return None
    ways = sorted(map(re.escape, forms), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])({'|'.join(ways)})(?![\w-])", re.IGNORECASE)


def with_terms(
    blocks: tuple[Block, ...], glossary: Glossary, lesson: str
) -> tuple[Block, ...]:
    """Return a page whose terms lead to their explanation, each where it first stands.

    Terms that the lesson itself defines are left alone: it explains them.
    """
    own = {name for name, t in glossary.terms.items() if t.see.partition("#")[0] == lesson}
    return tuple(marked(blocks, glossary, set(own)))


def marked(
    blocks: tuple[Block, ...], glossary: Glossary, seen: set[str]
) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield Paragraph(tuple(parts(block.content, glossary, seen)))
        elif isinstance(block, Items):
            yield replace(
                block,
                items=tuple(tuple(marked(item, glossary, seen)) for item in block.items),
            )
        elif isinstance(block, Callout):
            yield replace(block, blocks=tuple(marked(block.blocks, glossary, seen)))
        else:
            yield block


def parts(content: Inlines, glossary: Glossary, seen: set[str]) -> Iterator[Inline]:
    """Yield running text with the first mention of each term as a part of its own."""
    for part in content:
        if part.kind != "text" or glossary.pattern is None:
            yield part
            continue
        at = 0
        for found in glossary.pattern.finditer(part.text):
            term = glossary.forms[found[0].lower()]
            if term.name in seen:
                continue
            seen.add(term.name)
            if found.start() > at:
                yield Inline("text", part.text[at : found.start()])
            yield Inline("term", found[0], f"term:{term.name}")
            at = found.end()
        if at < len(part.text):
            yield Inline("text", part.text[at:])
