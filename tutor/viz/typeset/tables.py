"""Tables: columns as wide as they need, shrunk to the page by wrapping cells."""

from tutor.course.blocks import Inlines, Table
from tutor.viz.ink import Ink, Picture, Row, Run, pad, picture_width, row, row_width
from tutor.viz.typeset.text import runs_of, wrap

GAP = "  "


def table_rows(table: Table, width: int) -> Picture:
    """Return a table in at most `width` cells; a header without text is left out."""
    columns = len(table.header)
    widths = column_widths(table, columns, width - len(GAP) * (columns - 1))
    picture: Picture = []
    if any(table.header):
        picture += line_rows(table.header, widths, table.aligned, Ink("muted", bold=True))
        total = sum(widths) + len(GAP) * (columns - 1)
        picture.append(row(Run("─" * total, Ink("faint"))))
    for cells in table.rows:
        picture += line_rows(cells, widths, table.aligned, Ink("text"))
    return picture


def column_widths(table: Table, columns: int, room: int) -> list[int]:
    """Return the width of each column; the widest give way until all fit."""
    lines = (table.header, *table.rows)
    widths = [
        max((picture_width(wrap(runs_of(line[i]), 10_000)) for line in lines), default=1)
        for i in range(columns)
    ]
    while sum(widths) > room and max(widths) > 6:
        widths[widths.index(max(widths))] -= 1
    return widths


def line_rows(
    cells: tuple[Inlines, ...], widths: list[int], aligned: tuple[str, ...], ink: Ink
) -> Picture:
    """Return one line of a table, as high as its highest cell."""
    wrapped = [
        wrap(runs_of(cell, ink), width) for cell, width in zip(cells, widths, strict=True)
    ]
    height = max(map(len, wrapped))
    picture: Picture = []
    for y in range(height):
        line: list[Run] = []
        for column, rows in enumerate(wrapped):
            part = rows[y] if y < len(rows) else ()
            line += place(part, widths[column], aligned[column])
            line.append(Run(GAP))
        picture.append(tuple(line[:-1]))
    return picture


def place(part: Row, width: int, side: str) -> Row:
    """Return a cell's row moved to its side of the column."""
    missing = width - row_width(part)
    if side == "right":
        return (Run(" " * missing), *part)
    if side == "center":
        return pad((Run(" " * (missing // 2)), *part), width)
    return pad(part, width)
