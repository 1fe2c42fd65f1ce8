# /// demo
# title = "Boundary painter"
# uses = ["ann/mlp_forward"]
# ///
"""You are the training: turn the weights until no point is a triangle, an error.

Each hidden unit A to D computes `relu(x1 w1 + x2 w2 + b)`. Class 1, orange, is where the
units, each times its `out`, and `bias` add up to more than 0. Try AND and OR with one unit,
XOR with two, the ring with three.
"""

import numpy as np

from tutor.yours import mlp_forward

UNITS = "ABCD"
START = {"w1": 1.0, "w2": 0.0, "b": 0.0, "out": 1.0}
ENOUGH = {"AND": 1, "OR": 1, "XOR": 2, "ring": 3}
EDGE = (-0.5, 1.5)
SIDE, SMALL = 48, 12


def knob(name, value):
    return {"name": name, "low": -4.0, "high": 4.0, "step": 0.25, "value": value}


KNOBS = [
    {"name": "goal", "choices": list(ENOUGH), "value": "AND"},
    {"name": "units", "low": 1.0, "high": float(len(UNITS)), "step": 1.0, "value": 1.0},
    *(knob(f"{unit} {part}", START[part]) for unit in UNITS for part in START),
    knob("bias", -0.5),
]


def setting(goal, bias, *units):
    """Return knob values; each unit is given as (w1, w2, b, out)."""
    values = {"goal": goal, "units": float(len(units)), "bias": float(bias)}
    for unit, numbers in zip(UNITS, units, strict=False):
        for part, number in zip(START, numbers, strict=True):
            values[f"{unit} {part}"] = float(number)
    return values


PRESETS = [
    {
        "name": "AND solved",
        "say": "The unit stays off until both inputs are 1. Lower `A b` by 1 and it never "
        "comes on at a corner; raise it by 2 and AND turns into OR.",
        "values": setting("AND", -2, (2, 2, -3, 4)),
    },
    {
        "name": "OR solved",
        "say": "The unit of AND with a larger `b`: one input is enough now.",
        "values": setting("OR", -2, (2, 2, -1, 4)),
    },
    {
        "name": "XOR with one unit",
        "say": "Fails on purpose. One unit gives one straight boundary, and three of the "
        "four points is the most it gets right. Try for a while, then take a second unit.",
        "values": setting("XOR", -2, (2, 2, -1, 4)),
    },
    {
        "name": "XOR with twins",
        "say": "Fails on purpose. Two units with the same weights are one unit with twice "
        "the output. Set `B b` to -2 and `B out` to -4: what does the second unit do now?",
        "values": setting("XOR", -1, (2, 2, -1, 2), (2, 2, -1, 2)),
    },
    {
        "name": "XOR solved",
        "say": "Unit A comes on when one input is 1. Unit B waits for both, and takes back "
        "more than A gives. What is left is a band.",
        "values": setting("XOR", -1, (2, 2, -1, 2), (2, 2, -2, -4)),
    },
    {
        "name": "ring with two",
        "say": "Fails on purpose. Two units leave a strip or a wedge, open at an end where "
        "the ring gets in. How many lines does it take to fence in the middle?",
        "values": setting("ring", 1, (0, 4, -3, -2), (-3.5, -2, 1.75, -2)),
    },
    {
        "name": "ring solved",
        "say": "Three units, each off in the middle and on beyond its own line. Each takes "
        "away from the bias, and only the middle stays above 0.",
        "values": setting(
            "ring", 1, (0, 4, -3, -2), (-3.5, -2, 1.75, -2), (3.5, -2, -1.75, -2)
        ),
    },
    {
        "name": "all units off",
        "say": "Fails on purpose. No point reaches a unit, so small turns of `w1`, `w2` or "
        "`b` change nothing, and `out` has nothing to multiply. Training finds no slope "
        "there either: the units are dead.",
        "values": setting("XOR", 0.5, (1, 1, -4, 2), (1, -1, -4, -2)),
    },
]


def points_of(goal):
    """Return the points of a goal, shape (N, 2), and their classes, shape (N,)."""
    if goal == "ring":
        turn = np.arange(16) * np.pi / 8
        around = 0.5 + 0.8 * np.stack([np.cos(turn), np.sin(turn)], axis=1)
        middle = 0.5 + 0.15 * np.array([[0, 0], [1, 1], [1, -1], [-1, 1], [-1, -1]])
        return np.concatenate([around, middle]), np.repeat([0, 1], [16, 5])
    corners = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    count = corners.sum(axis=1)
    ones = {"AND": count == 2, "OR": count > 0, "XOR": count == 1}[goal]
    return corners, ones.astype(int)


def params_of(values):
    """Return the network as `mlp_forward` takes it: two layers of (W, b)."""
    units = UNITS[: int(values["units"])]
    W1 = np.array([[values[f"{unit} {part}"] for unit in units] for part in ("w1", "w2")])
    b1 = np.array([values[f"{unit} b"] for unit in units])
    W2 = np.array([[values[f"{unit} out"]] for unit in units])
    return [(W1, b1), (W2, np.array([values["bias"]]))]


def grid(side):
    """Return `side` times `side` places in the plane, the top row first."""
    line = np.linspace(*EDGE, side)
    x, y = np.meshgrid(line, line[::-1])
    return np.stack([x.ravel(), y.ravel()], axis=1)


def advice(goal, params, z, right):
    """Return one sentence on what there is to see or to try now."""
    W, b = params[0]
    off = [unit for unit, column in zip(UNITS, z.T, strict=False) if (column <= 0).all()]
    kinds = np.unique(np.vstack([W, b]), axis=1).shape[1]
    if right.all():
        after = {"AND": "try OR", "OR": "try XOR", "XOR": "try the ring"}
        return f"Solved. Make the loss smaller, or {after.get(goal, 'use a fourth unit')}."
    if len(b) < ENOUGH[goal]:
        return "Not enough units: no setting solves this goal. Take one more."
    if off:
        names = f"Unit {off[0]} is" if len(off) == 1 else f"Units {' and '.join(off)} are"
        return f"{names} off at every point: small turns of the weights change nothing."
    if kinds < len(b):
        return "Two units are alike and do the work of one. Change one of them."
    return "Choose a point that is wrong: which unit's line should pass beside it?"


def draw(values):
    """Return the scene: the plane as the network sees it, and where each unit is on."""
    goal, params = values["goal"], params_of(values)
    points, classes = points_of(goal)
    logits, cache = mlp_forward(params, points)
    answer = logits[:, 0]
    right = (answer > 0) == (classes == 1)
    loss = np.logaddexp(0, np.where(classes == 1, -answer, answer)).mean()
    field, _ = mlp_forward(params, grid(SIDE))
    _, seen = mlp_forward(params, grid(SMALL))
    units = np.maximum(seen[0][1], 0).T.reshape(-1, SMALL, SMALL)
    outs = params[1][0][:, 0]
    plane = {
        "values": np.round(field.reshape(SIDE, SIDE), 3),
        "points": points,
        "classes": classes + 2 * ~right,
        "x_range": EDGE,
        "y_range": EDGE,
        "low": -2.0,
        "high": 2.0,
        "x_label": "x1",
        "names": ["0", "1", "0 wrong", "1 wrong"],
    }
    tiles = {
        "images": np.round(units, 3),
        "columns": 2,
        "captions": [f"{unit} × {out:g}" for unit, out in zip(UNITS, outs, strict=False)],
        "palette": "sequential",
        "low": 0.0,
        "high": max(1.0, float(units.max())),
    }
    score = f"{goal}: {right.sum()} of {len(right)} right, loss {loss:.3f}"
    return {
        "say": advice(goal, params, cache[0][1], right),
        "panels": [
            {"draw": "plane", "title": score, "with": plane},
            {"draw": "tiles", "title": "bright: the unit is on", "with": tiles},
        ],
    }
