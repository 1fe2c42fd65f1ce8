# /// demo
# title = "Neural playground"
# uses = ["ann/mlp_forward"]
# ///
"""A network trains while you watch: press space, or `.` for one step of time.

Choose a task, how many units, and how large a step is. The small pictures show where each unit
of the first hidden layer is on; the plane is what the network makes of them.
"""

from functools import lru_cache
from itertools import pairwise

import numpy as np

from tutor.yours import mlp_forward

TASKS = ["two moons", "ring", "XOR", "spiral"]
POINTS, EPOCHS, STEPS = 120, 60, 4
"""Points of a task, halves for training and test; epochs kept; steps in an epoch."""
EDGE = (-1.4, 1.4)
SIDE, SMALL = 44, 7

KNOBS = [
    {
        "name": "epoch",
        "low": 0.0,
        "high": float(EPOCHS),
        "step": 1.0,
        "value": 0.0,
        "plays": True,
    },
    {"name": "task", "choices": TASKS, "value": "two moons"},
    {"name": "units", "low": 1.0, "high": 8.0, "step": 1.0, "value": 4.0},
    {"name": "layers", "low": 1.0, "high": 2.0, "step": 1.0, "value": 1.0},
    {
        "name": "step size",
        "choices": ["0.01", "0.1", "0.5", "2", "20"],
        "value": "0.5",
    },
    {"name": "noise", "choices": ["none", "some", "much"], "value": "some"},
]

PREDICT = {
    "ask": "One hidden unit, and the task is a ring around a spot. How far does training get?",
    "choices": [
        "it fences the spot in, given time",
        "it never does: one unit is one straight fold",
        "it depends on the step size",
    ],
    "answer": "it never does: one unit is one straight fold",
    "because": "Set `task` to ring and `units` to 1, and let it run. A fold has an open side, "
    "whatever the weights; three units close it.",
}

PRESETS = [
    {
        "name": "moons",
        "say": "Four units bend a line between two moons. Watch which of them turn first.",
        "values": {"epoch": 60.0},
    },
    {
        "name": "one unit",
        "say": "One unit is one fold: the ring gets in at the open side. The loss settles "
        "where no turn of the fold helps.",
        "values": {"task": "ring", "units": 1.0, "epoch": 60.0},
        "fails": True,
    },
    {
        "name": "ring",
        "say": "Eight units fence the spot in. Which are the fence, and which do nothing?",
        "values": {"task": "ring", "units": 8.0, "epoch": 60.0},
    },
    {
        "name": "too large a step",
        "say": "The first steps throw the weights so far that units are off everywhere. "
        "They have no slope there, and never come back.",
        "values": {"task": "ring", "units": 8.0, "step size": "20", "epoch": 60.0},
        "fails": True,
    },
    {
        "name": "too small a step",
        "say": "Every step is right, and none is far enough: after all epochs the line has "
        "hardly moved.",
        "values": {"step size": "0.01", "epoch": 60.0},
        "fails": True,
    },
    {
        "name": "learned by heart",
        "say": "Much noise, two layers of eight: the loss on the training points falls on, "
        "the test loss does not. Compare with three units.",
        "values": {
            "noise": "much",
            "units": 8.0,
            "layers": 2.0,
            "step size": "2",
            "epoch": 60.0,
        },
        "fails": True,
    },
]


def points_of(task, noise):
    """Return training and test points, shape (N, 2) each, and their classes, shape (N,)."""
    rng = np.random.default_rng(TASKS.index(task))
    count = 2 * POINTS
    y = np.arange(count) % 2
    t = rng.uniform(0, 1, count)
    if task == "two moons":
        x = np.where(
            y == 0,
            [np.cos(np.pi * t) - 0.4, np.sin(np.pi * t) - 0.25],
            [0.4 - np.cos(np.pi * t), 0.25 - np.sin(np.pi * t)],
        ).T
    elif task == "ring":
        radius, turn = (
            np.where(y == 0, 1.0, 0.45 * np.sqrt(t)),
            rng.uniform(0, 2 * np.pi, count),
        )
        x = np.stack([radius * np.cos(turn), radius * np.sin(turn)], axis=1)
    elif task == "XOR":
        x = rng.uniform(0.15, 1.0, (count, 2)) * rng.choice([-1, 1], (count, 2))
        y = (x[:, 0] * x[:, 1] > 0).astype(int)
    else:
        turn = 3.5 * np.sqrt(t) + np.pi * y
        x = np.stack([np.sqrt(t) * np.cos(turn), np.sqrt(t) * np.sin(turn)], axis=1)
    spread = {"none": 0.0, "some": 0.08, "much": 0.25}[noise]
    x = x + spread * rng.normal(size=x.shape)
    return (x[:POINTS], y[:POINTS]), (x[POINTS:], y[POINTS:])


@lru_cache(maxsize=32)
def trained(task, noise, units, layers, rate):
    """Return the parameters and both losses after every epoch."""
    (x, y), (x_test, y_test) = points_of(task, noise)
    rng = np.random.default_rng(7)
    sizes = [2, *[units] * layers, 1]
    params = [
        (rng.normal(0, np.sqrt(2 / a), (a, b)), np.zeros(b)) for a, b in pairwise(sizes)
    ]
    kept, losses = [], []
    for _ in range(EPOCHS + 1):
        kept.append(params)
        losses.append((loss_of(params, x, y), loss_of(params, x_test, y_test)))
        for _ in range(STEPS):
            params = stepped(params, x, y, rate)
    return kept, np.array(losses)


def forward(params, x):
    """Return the inputs of all layers, and the logits, shape (N,)."""
    inputs = [x]
    for W, b in params[:-1]:
        inputs.append(np.maximum(inputs[-1] @ W + b, 0))
    W, b = params[-1]
    return inputs, (inputs[-1] @ W + b)[:, 0]


def loss_of(params, x, y):
    """Return the mean log-loss."""
    _, z = forward(params, x)
    return float(np.logaddexp(0, np.where(y == 1, -z, z)).mean())


def stepped(params, x, y, rate):
    """Return the parameters after one step of gradient descent."""
    inputs, z = forward(params, x)
    d = ((0.5 * (1 + np.tanh(z / 2)) - y) / len(y))[:, None]
    after = []
    for (W, b), a in zip(params[::-1], inputs[::-1], strict=True):
        after.append((W - rate * a.T @ d, b - rate * d.sum(axis=0)))
        d = (d @ W.T) * (a > 0)
    return after[::-1]


def grid(side):
    """Return `side` times `side` places in the plane, the top row first."""
    line = np.linspace(*EDGE, side)
    x, y = np.meshgrid(line, line[::-1])
    return np.stack([x.ravel(), y.ravel()], axis=1)


def said(losses, epoch, dead, units):
    """Return one sentence on what there is to see."""
    seen, new = losses[epoch]
    if not np.isfinite(seen):
        return "The weights have run away."
    if dead == units:
        return "Every unit is off at every point: nothing can be learned any more."
    if dead:
        return f"{dead} of {units} units are off at every point and learn nothing."
    if new > seen + 0.15:
        return f"The test loss is {new:.3f}, that of training {seen:.3f}: learned by heart."
    return f"The loss is {seen:.3f}; on points it has not seen, {new:.3f}."


def draw(values):
    """Return the scene: the plane, the units of the first layer, and both losses."""
    task, noise = values["task"], values["noise"]
    units, layers = int(values["units"]), int(values["layers"])
    epoch = int(values["epoch"])
    kept, losses = trained(task, noise, units, layers, float(values["step size"]))
    params = kept[epoch]
    (x, y), _ = points_of(task, noise)
    logits, cache = mlp_forward(params, x)
    dead = int((cache[0][1] <= 0).all(axis=0).sum())
    field, _ = mlp_forward(params, grid(SIDE))
    _, small = mlp_forward(params, grid(SMALL))
    on = np.maximum(small[0][1], 0).T.reshape(-1, SMALL, SMALL)
    right = float(np.mean((logits[:, 0] > 0) == (y == 1)))
    plane = {
        "values": np.round(np.nan_to_num(field.reshape(SIDE, SIDE)), 3),
        "points": np.round(x, 3),
        "classes": y,
        "x_range": EDGE,
        "y_range": EDGE,
        "low": -3.0,
        "high": 3.0,
        "names": ["0", "1"],
    }
    tiles = {
        "images": np.round(np.nan_to_num(on), 3),
        "columns": min(units, 4),
        "palette": "sequential",
        "low": 0.0,
    }
    return {
        "say": said(losses, epoch, dead, units),
        "panels": [
            {"draw": "plane", "title": f"{right:.0%} right", "with": plane},
            {"draw": "tiles", "title": "where each unit is on", "with": tiles},
            {
                "draw": "sparkline",
                "title": f"training loss over {epoch} epochs",
                "with": {"values": losses[: epoch + 1, 0]},
            },
        ],
    }
