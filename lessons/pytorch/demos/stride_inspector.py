# /// demo
# title = "Stride inspector"
# uses = ["pytorch/views"]
# ///
"""Memory is the strip below; a view is a way to read it. Choose sizes and up to three
operations, then let `step` walk through the elements in reading order.

In the strip, `[ ]` marks the cell that is read now, and each number says how many elements
of the view live in that cell. Watch for three things: jumps, gaps, and cells read twice.
"""

import itertools

from tutor.yours import cells, cut, expand, is_contiguous, transpose

OPS = {
    "nothing": "",
    "transpose": ".T",
    "rows 1:": "[1:]",
    "every 2nd row": "[::2]",
    "every 2nd column": "[:, ::2]",
    "column 1": "[:, 1:2]",
    "row 0": "[0:1]",
    "expand rows": ".expand(3, -1)",
    "expand columns": ".expand(-1, 3)",
    "reshape to a row": ".reshape(1, -1)",
}
KNOBS = [
    {"name": "step", "low": 0.0, "high": 47.0, "step": 1.0, "value": 0.0, "plays": True},
    {"name": "rows", "low": 1.0, "high": 6.0, "step": 1.0, "value": 3.0},
    {"name": "columns", "low": 1.0, "high": 8.0, "step": 1.0, "value": 4.0},
    {"name": "first", "choices": list(OPS), "value": "nothing"},
    {"name": "then", "choices": list(OPS), "value": "nothing"},
    {"name": "last", "choices": list(OPS), "value": "nothing"},
]
PREDICT = {
    "ask": "A packed 3 by 4 matrix is transposed, and then every second row of the "
    "result is taken. Which strides does it have?",
    "choices": ["(2, 4)", "(4, 1)", "(1, 8)", "(8, 1)"],
    "answer": "(2, 4)",
    "because": "Transposing turns (4, 1) into (1, 4). A step of 2 along the first axis "
    "doubles its stride: (2, 4).",
}


def setting(rows, columns, *ops):
    """Return knob values."""
    names = [*ops, *["nothing"] * (3 - len(ops))]
    numbers = {"step": 0.0, "rows": float(rows), "columns": float(columns)}
    return numbers | dict(zip(("first", "then", "last"), names, strict=True))


PRESETS = [
    {
        "name": "packed",
        "say": "Strides (4, 1). Play `step`: the reader walks from cell to next cell.",
        "values": setting(3, 4),
    },
    {
        "name": "transposed",
        "say": "The same cells with strides (1, 4). Play `step` and watch the reader jump.",
        "values": setting(3, 4, "transpose"),
    },
    {
        "name": "one column",
        "say": "A column of a packed matrix: every element lies in another row of memory.",
        "values": setting(4, 6, "column 1"),
    },
    {
        "name": "one cell, many elements",
        "say": "Stride 0: three rows on paper, one in memory. Writing in place is refused.",
        "values": setting(3, 4, "row 0", "expand rows"),
    },
    {
        "name": "reshape copies",
        "say": "A transposed matrix as one row has no single stride, so there is a new strip.",
        "values": setting(3, 4, "transpose", "reshape to a row"),
    },
    {
        "name": "there and back",
        "say": "Two transposes: contiguous again, and nothing was copied on the way.",
        "values": setting(3, 4, "transpose", "transpose"),
    },
    {
        "name": "cannot expand",
        "fails": True,
        "say": "Four rows cannot become three others: only an axis of size 1 expands.",
        "values": setting(4, 4, "expand rows"),
    },
]


def apply(view, name):
    """Return the view after one operation, and whether the data was copied."""
    rows, columns = view[0]
    if name == "transpose":
        return transpose(view, 0, 1), False
    if name == "rows 1:":
        return cut(view, 0, min(1, rows), rows, 1), False
    if name == "every 2nd row":
        return cut(view, 0, 0, rows, 2), False
    if name == "every 2nd column":
        return cut(view, 1, 0, columns, 2), False
    if name == "column 1":
        return cut(view, 1, min(1, columns), min(2, columns), 1), False
    if name == "row 0":
        return cut(view, 0, 0, min(1, rows), 1), False
    if name == "expand rows":
        return view if rows == 3 else expand(view, 0, 3), False
    if name == "expand columns":
        return view if columns == 3 else expand(view, 1, 3), False
    if name == "reshape to a row":
        return as_row(view)
    return view, False


def as_row(view):
    """Return the view as one row: a view where one stride can walk it, else a copy."""
    order = cells(view)
    gaps = {b - a for a, b in itertools.pairwise(order)}
    if len(gaps) > 1:
        return ((1, len(order)), (len(order), 1), 0), True
    stride = gaps.pop() if gaps else 1
    return ((1, len(order)), (len(order) * stride, stride), view[2]), False


def strip(size, order, now):
    """Return the memory as lines: cell numbers, and how often each cell is used."""
    lines, across = [], 6
    for start in range(0, size, across):
        row = range(start, min(start + across, size))
        marks = []
        for cell in row:
            uses = order.count(cell)
            text = str(uses) if uses else "·"
            marks.append(f"[{text}]".center(5) if cell == now else text.center(5))
        lines.append("cell  " + "".join(str(cell).center(5) for cell in row))
        lines.append("uses  " + "".join(marks))
    return [line.rstrip().replace(" ", "\u00a0") for line in lines]


def draw(values):
    """Return the scene: the view as a matrix, the strip, and the reader's place."""
    size = int(values["rows"] * values["columns"])
    view = (int(values["rows"]), int(values["columns"])), (int(values["columns"]), 1), 0
    text, copies = "x", 0
    for knob in ("first", "then", "last"):
        text += OPS[values[knob]]
        try:
            view, copied = apply(view, values[knob])
        except ValueError as error:
            lines = strip(size, list(range(size)), None)
            panel = {"draw": "text", "title": "memory", "with": {"lines": lines}}
            return {"say": f"{text} is an error: {error}.", "panels": [panel]}
        copies += copied
        size = len(cells(view)) if copied else size
    order = cells(view)
    now = order[int(values["step"]) % len(order)] if order else None
    rows, columns = view[0]
    grid = [order[i * columns : (i + 1) * columns] for i in range(rows)]
    place = int(values["step"]) % len(order) if order else 0
    spot = [(place // columns, place % columns)] if order else []
    words = "contiguous" if is_contiguous(view) else "not contiguous"
    made = f", {copies} copy made" if copies else ", nothing copied"
    say = f"{text}: shape {view[0]}, strides {view[1]}, offset {view[2]}: {words}{made}."
    panels = []
    if order:
        cell = {"cell_width": 4, "digits": 0, "mark": spot, "max_columns": 8}
        panels.append(
            {
                "draw": "matrix",
                "title": "the view: the cell each element reads",
                "with": {"values": grid} | cell,
            }
        )
    panels.append(
        {
            "draw": "text",
            "title": "memory",
            "with": {"lines": strip(size, order, now)},
        }
    )
    return {"say": say, "panels": panels}
