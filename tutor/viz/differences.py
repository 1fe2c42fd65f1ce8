"""How one text differs from another, line by line."""

import difflib

from tutor.viz.ink import Ink, Picture, Run, row
from tutor.viz.typeset.code import highlight

CONTEXT = 3


def difference(before: str, after: str) -> Picture:
    """Return the lines of `after` that differ from `before`, with what stands around them.

    A line that went is marked ``-``, one that came ``+``.
    """
    old, new = before.splitlines(), after.splitlines()
    rows: Picture = []
    for group in difflib.SequenceMatcher(None, old, new).get_grouped_opcodes(CONTEXT):
        if rows:
            rows.append(row(Run("  ⋯", Ink("faint"))))
        for kind, a, b, c, d in group:
            if kind == "equal":
                rows += [line("  ", text, Ink("muted")) for text in new[c:d]]
            else:
                rows += [line("- ", text, Ink("bad")) for text in old[a:b]]
                rows += [line("+ ", text, Ink("good")) for text in new[c:d]]
    return rows


def line(mark: str, text: str, ink: Ink) -> tuple[Run, ...]:
    return row(Run(mark, ink._replace(bold=True)), Run(text.expandtabs(4), ink))


def numbered(text: str) -> Picture:
    """Return a coloured listing with line numbers."""
    rows = highlight(text)
    cells = len(str(len(rows)))
    return [row(Run(f"{n:>{cells}}  ", Ink("faint")), *r) for n, r in enumerate(rows, 1)]
