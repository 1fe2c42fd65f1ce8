# /// demo
# title = "Gradient flow"
# uses = ["backprop/value_ops", "backprop/topo_backward"]
# ///
"""Turn `backward` up and watch the slopes travel from the loss to the leaves.

In each box `=` is the node's value and `∂` the slope of the last node by it. An edge that
was used shows incoming slope × local derivative, and on the line what arrives. `bug`
breaks the walk: `assign` overwrites slopes instead of adding to them, `too early` lets a
node pass on before it is complete.
"""

from tutor.yours import Value, backward

LEAVES = "abc"
ACROSS, BOX = 22, 10
STEP = 1e-5


def times(left, right):
    return left * right


def plus(left, right):
    return left + right


def minus(left, right):
    return left - right


def square(inner):
    return inner**2


# Of each graph: what the last node computes; per node its operation and parents, operands
# first; who passes on, in turn; the column and top row of each box.
# Then the edges: parent, child, the row of the line beside the parent and that beside the
# child, and the row of the label.
LINE = {
    "at": {"a": (0, 0), "b": (0, 4), "m": (1, 2), "c": (1, 6), "e": (2, 4), "L": (3, 4)},
    "edges": [
        ("a", "m", 1, 3, 0),
        ("b", "m", 6, 4, 7),
        ("m", "e", 4, 5, 3),
        ("c", "e", 7, 6, 8),
        ("e", "L", 5, 5, 4),
    ],
    "turns": "Lem",
}
GRAPHS = {
    "one path": LINE
    | {
        "formula": "L = (a · b − c)²",
        "nodes": {"m": (times, "ab"), "e": (minus, "mc"), "L": (square, "e")},
    },
    "a leaf twice": {
        "formula": "L = u · v, with u = a · b and v = a + c",
        "nodes": {"u": (times, "ab"), "v": (plus, "ac"), "L": (times, "uv")},
        "turns": "Lvu",
        "at": {
            "b": (0, 0),
            "a": (0, 4),
            "c": (0, 8),
            "u": (1, 2),
            "v": (1, 6),
            "L": (2, 4),
        },
        "edges": [
            ("b", "u", 1, 3, 0),
            ("a", "u", 5, 4, 4),
            ("a", "v", 6, 7, 7),
            ("c", "v", 9, 8, 10),
            ("u", "L", 3, 5, 2),
            ("v", "L", 8, 6, 9),
        ],
    },
    "a node twice": {
        "formula": "L = u · v, with u = a · b and v = u + c",
        "nodes": {"u": (times, "ab"), "v": (plus, "uc"), "L": (times, "uv")},
        "turns": "Lvu",
        "early": "Luv",
        "at": {
            "a": (0, 0),
            "b": (0, 4),
            "u": (1, 2),
            "c": (1, 7),
            "v": (2, 6),
            "L": (3, 2),
        },
        "edges": [
            ("a", "u", 1, 3, 0),
            ("b", "u", 6, 4, 7),
            ("u", "L", 3, 3, 2),
            ("u", "v", 4, 7, 5),
            ("c", "v", 8, 8, 9),
            ("v", "L", 7, 4, 8),
        ],
    },
    "tanh": LINE
    | {
        "formula": "L = tanh(a · b + c)",
        "nodes": {"m": (times, "ab"), "e": (plus, "mc"), "L": (Value.tanh, "e")},
    },
    "relu": LINE
    | {
        "formula": "L = relu(a · b + c)",
        "nodes": {"m": (times, "ab"), "e": (plus, "mc"), "L": (Value.relu, "e")},
    },
}


def leaf_knob(name, value):
    return {"name": name, "low": -4.0, "high": 4.0, "step": 0.5, "value": value}


KNOBS = [
    {
        "name": "backward",
        "low": 0.0,
        "high": 3.0,
        "step": 1.0,
        "value": 0.0,
        "plays": True,
    },
    {"name": "graph", "choices": list(GRAPHS), "value": "one path"},
    leaf_knob("a", 2.0),
    leaf_knob("b", 3.0),
    leaf_knob("c", 4.0),
    {"name": "bug", "choices": ["none", "assign", "too early"], "value": "none"},
]


def setting(graph, a, b, c, bug="none", done=3):
    """Return knob values."""
    numbers = {"backward": float(done), "a": float(a), "b": float(b), "c": float(c)}
    return {"graph": graph, "bug": bug, **numbers}


PRESETS = [
    {
        "name": "the neuron",
        "say": "The numbers of the lessons, with the bias and the true value taken "
        "together as `c`. Change `a` to 1.5: which slopes change their sign?",
        "values": setting("one path", 2, 3, 4),
    },
    {
        "name": "two shares",
        "say": "`a` is used twice and receives 8 and 6. Go back to `backward` 0 and "
        "watch them arrive.",
        "values": setting("a leaf twice", 3, 2, 1),
    },
    {
        "name": "assigned",
        "say": "Wrong on purpose. The share that comes last replaces the one before.",
        "values": setting("a leaf twice", 3, 2, 1, "assign"),
    },
    {
        "name": "assigned, unnoticed",
        "say": "The same bug, and every number is right: nothing is used twice. Which "
        "graph would you choose for a test?",
        "values": setting("one path", 2, 3, 4, "assign"),
    },
    {
        "name": "too early",
        "say": "Wrong on purpose. `u` passes on its 7 before the 6 from `v` is there. "
        "`a` gets a little over half of what it should.",
        "values": setting("a node twice", 3, 2, 1, "too early"),
    },
    {
        "name": "in order",
        "say": "The same numbers, `v` before `u`: 13 arrives at `u`, and 26 at `a`.",
        "values": setting("a node twice", 3, 2, 1),
    },
    {
        "name": "saturated",
        "say": "The local derivative of tanh at 5 is 0.00018. Lower `c` to -4: how large "
        "does it get?",
        "values": setting("tanh", 2, 2, 1),
    },
    {
        "name": "closed gate",
        "say": "The ReLU's input is negative, and nothing passes. Raise `c` until the gate "
        "opens.",
        "values": setting("relu", 2, -1.5, 1),
    },
]


def compute(graph, leaves):
    """Return all nodes by name, computed by the learner's Value."""
    nodes = dict(leaves)
    for name, (operation, parents) in graph["nodes"].items():
        nodes[name] = operation(*(nodes[parent] for parent in parents))
    return nodes


def numbers_of(graph, values):
    """Return the values of all nodes for knob values, as floats."""
    leaves = {name: Value(values[name]) for name in LEAVES}
    return {name: node.data for name, node in compute(graph, leaves).items()}


def local(graph, name, data):
    """Return the local derivative by each parent, from the learner's own engine."""
    operation, parents = graph["nodes"][name]
    inputs = [Value(data[parent]) for parent in parents]
    backward(operation(*inputs))
    return {p: node.grad for p, node in zip(parents, inputs, strict=True)}


def walk(graph, data, bug, turns):
    """Let nodes pass on their slopes, one after the other.

    Returns:
        The slopes by node, and by (parent, child) what went along each edge used: incoming
        slope, local derivative, share.
    """
    slopes = dict.fromkeys(data, 0.0) | {"L": 1.0}
    used = {}
    for name in turns:
        for parent, slope in local(graph, name, data).items():
            share = slopes[name] * slope
            used[parent, name] = slopes[name], slope, share
            slopes[parent] = share if bug == "assign" else slopes[parent] + share
    return slopes, used


def nudged(graph, values):
    """Return the slope by each leaf, by central differences."""
    result = {}
    for name in LEAVES:
        up, down = (
            numbers_of(graph, values | {name: values[name] + h})["L"] for h in (STEP, -STEP)
        )
        result[name] = (up - down) / (2 * STEP)
    return result


def by_engine(graph, values):
    """Return the slope by each leaf, from the learner's backward on the whole graph."""
    leaves = {name: Value(values[name]) for name in LEAVES}
    backward(compute(graph, leaves)["L"])
    return {name: leaf.grad for name, leaf in leaves.items()}


def short(number, room=6):
    """Return a number in at most `room` characters if one digit fits there."""
    tidy = 0.0 if abs(number) < 5e-10 else number
    for form in (".4g", ".3g", ".2g", ".1e", ".0e"):
        text = ("−" if tidy < 0 else "") + f"{abs(tidy):{form}}".replace("e-0", "e-")
        if len(text) <= room:
            break
    return text


def product(incoming, slope, room):
    """Return incoming × local, with fewer digits where there is less room."""
    text = f"{short(incoming)}×{short(slope)}"
    return text if len(text) <= room else f"{short(incoming, 5)}×{short(slope, 5)}"


class Sheet:
    """Text written at rows and columns."""

    def __init__(self, graph):
        rows = 4 + max(top for _, top in graph["at"].values())
        columns = BOX + ACROSS * max(column for column, _ in graph["at"].values())
        self.cells = [["\u00a0"] * columns for _ in range(rows)]

    def write(self, row, column, text):
        for place, letter in enumerate(text.replace(" ", "\u00a0"), column):
            self.cells[row][place] = letter

    def box(self, column, top, name, value, slope, *, heavy):
        left, line, right, low, high = "┏━┓┗┛" if heavy else "┌─┐└┘"
        side = "┃" if heavy else "│"
        x, inner = column * ACROSS, BOX - 2
        self.write(top, x, f"{left} {name} {line * (inner - 3)}{right}")
        self.write(top + 1, x, f"{side}{f'= {value}':{inner}}{side}")
        self.write(top + 2, x, f"{side}{f'∂ {slope}':{inner}}{side}")
        self.write(top + 3, x, f"{low}{line * inner}{high}")

    def edge(self, start, end, row, last, label, used):
        """Draw from beside a parent, on `row`, to beside a child, on row `last`."""
        x, turn = start * ACROSS + BOX, end * ACROSS - 1
        self.write(row, x, "─" * (turn - x + 1))
        if row != last:
            down = last > row
            self.write(row, turn, "┐" if down else "┘")
            for between in range(min(row, last) + 1, max(row, last)):
                self.write(between, turn, "│")
            self.write(last, turn, "└" if down else "┌")
        if used is not None:
            incoming, slope, share = used
            self.write(row, x, f"◂ {short(share)} ")
            self.write(label, x, product(incoming, slope, ACROSS - BOX - 1))

    def lines(self):
        return ["".join(row) for row in self.cells]


def drawn(graph, data, slopes, used, last):
    """Return the graph as lines of text."""
    sheet = Sheet(graph)
    for parent, child, row, end, label in graph["edges"]:
        columns = graph["at"][parent][0], graph["at"][child][0]
        sheet.edge(*columns, row, end, label, used.get((parent, child)))
    for name, (column, top) in graph["at"].items():
        numbers = short(data[name]), short(slopes[name])
        sheet.box(column, top, name, *numbers, heavy=name == last)
    return sheet.lines()


def table(**columns):
    """Return lines that compare slopes by leaf."""
    rows = [f"{'slope by':14}" + "".join(f"{leaf:>9}" for leaf in LEAVES)]
    for name, slopes in columns.items():
        cells = "".join(f"{short(slopes[leaf]):>9}" for leaf in LEAVES)
        rows.append(f"{name.replace('_', ' '):14}" + cells)
    return [row.replace(" ", "\u00a0") for row in rows]


def told(values, data, turns, slopes, used, measured):
    """Return a sentence on the step taken last, or on the result."""
    if not turns:
        return "L has slope 1 by itself. Turn `backward` up to let it pass on."
    last = turns[-1]
    parts = [
        f"{short(share)} to {parent}"
        for (parent, child), (*_, share) in used.items()
        if child == last
    ]
    step = f"{last} passes on {' and '.join(parts)}."
    if len(turns) < 3:
        return step
    wrong = [
        leaf
        for leaf in LEAVES
        if abs(slopes[leaf] - measured[leaf]) > 1e-4 * max(1, abs(measured[leaf]))
    ]
    if not wrong:
        hidden = " The bug does not show here." if values["bug"] != "none" else ""
        return f"{step} All have passed on, and nudging agrees.{hidden}"
    leaf = wrong[0]
    if values["graph"] == "relu" and data["e"] == 0:
        return f"{step} The ReLU is on its corner, and a nudge sees both of its sides."
    pair = f"{leaf} has {short(slopes[leaf])}, nudging says {short(measured[leaf])}"
    return f"{step} All have passed on, and the result is wrong: {pair}."


def draw(values):
    """Return the scene: the graph after so many nodes have passed on their slopes."""
    graph = GRAPHS[values["graph"]]
    data = numbers_of(graph, values)
    early = values["bug"] == "too early"
    order = graph.get("early", graph["turns"]) if early else graph["turns"]
    turns = order[: int(values["backward"])]
    slopes, used = walk(graph, data, values["bug"], turns)
    measured = nudged(graph, values)
    lines = drawn(graph, data, slopes, used, turns[-1:])
    lines += table(
        this_walk=slopes, your_backward=by_engine(graph, values), nudged=measured
    )
    return {
        "say": told(values, data, turns, slopes, used, measured),
        "panels": [{"draw": "text", "title": graph["formula"], "with": {"lines": lines}}],
    }
