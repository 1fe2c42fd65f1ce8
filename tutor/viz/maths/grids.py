"""Rows and columns of boxes."""

from itertools import zip_longest

from tutor.viz.maths.box import Box, beside, blank, rebased, stacked, text, widened

_COLUMN_GAP = 2


def matrix(rows: list[list[Box]], align: str = "center") -> Box:
    """Return the boxes in columns, the middle row on the baseline.

    Two flat rows are set apart, so that there is a middle row.
    """
    columns = _columns(rows)
    lines = [_line(row, columns, align) for row in rows]
    return _piled(lines, loose=len(lines) == 2)


def aligned(rows: list[list[Box]]) -> Box:
    """Return lines whose columns are set flush right and left in turn."""
    columns = _columns(rows)
    return _piled([_equation(row, columns) for row in rows], loose=False)


def _columns(rows: list[list[Box]]) -> list[int]:
    """Return the width of each column."""
    every = zip_longest(*rows, fillvalue=text(""))
    return [max(box.width for box in column) for column in every]


def _line(row: list[Box], columns: list[int], align: str) -> Box:
    cells = [*row, *[text("")] * (len(columns) - len(row))]
    parts: list[Box] = []
    for cell, width in zip(cells, columns, strict=True):
        parts += [blank(_COLUMN_GAP)] if parts else []
        parts.append(widened(cell, width, align))
    return beside(parts)


def _equation(row: list[Box], columns: list[int]) -> Box:
    cells = [*row, *[text("")] * (len(columns) - len(row))]
    parts: list[Box] = []
    for index, (cell, width) in enumerate(zip(cells, columns, strict=True)):
        if index and index % 2 == 0:
            parts.append(blank(_COLUMN_GAP))
        parts.append(widened(cell, width, "left" if index % 2 else "right"))
    return beside(parts)


def _piled(lines: list[Box], loose: bool) -> Box:
    """Pile up lines; tall ones are set apart by an empty row."""
    apart = loose or any(line.height > 1 for line in lines)
    parts: list[Box] = []
    for line in lines:
        parts += [text("")] if parts and apart else []
        parts.append(line)
    pile = stacked(parts, 0, "left")
    return rebased(pile, lines[0].baseline if len(lines) == 1 else (pile.height - 1) // 2)
