# /// demo
# title = "Optimiser race"
# uses = ["optim/sgd_momentum", "optim/adam"]
# ///
"""● SGD, ○ momentum, ▲ RMSProp, △ Adam: one start, and the lowest loss wins. Lines join points
of equal loss.

Play the steps, or go through them one by one. `lr` is the step size of SGD and momentum,
`adaptive lr` that of RMSProp and Adam, `beta` the memory of momentum and of Adam's mean. Your
own `sgd_step` and `adam_step` are running. Can you make plain SGD win on the bowl?
"""

from functools import lru_cache

import numpy as np

from tutor.yours import adam_step, sgd_step

STEPS = 150
SIDE = 64
NAMES = ["SGD", "momentum", "RMSProp", "Adam"]


def bowl(x, y):
    """Curvature 1 along, 50 across."""
    return (x**2 + 50 * y**2) / 2


def turned(x, y):
    """The bowl, turned by 45 degrees: no axis lies along the valley any more."""
    return bowl((x + y) / np.sqrt(2), (x - y) / np.sqrt(2))


def rosenbrock(x, y):
    """Half of Rosenbrock's valley, with 10 in place of his 100."""
    return ((1 - x) ** 2 + 10 * (y - x**2) ** 2) / 2


def saddle(x, y):
    """A pass at (0, 0) between two hollows at y = 1 and y = -1."""
    return 5 * x**2 - y**2 / 2 + y**4 / 4 + 0.25


SURFACES = {
    "bowl": (bowl, lambda x, y: (x, 50 * y), (-2.0, 0.5), (-2.4, 2.4), (-0.8, 0.8)),
    "turned bowl": (
        turned,
        lambda x, y: (25.5 * x - 24.5 * y, 25.5 * y - 24.5 * x),
        (-1.06, -1.77),
        (-2.4, 2.4),
        (-2.2, 2.2),
    ),
    "Rosenbrock": (
        rosenbrock,
        lambda x, y: (x - 1 - 20 * x * (y - x**2), 10 * (y - x**2)),
        (-1.2, 1.0),
        (-1.8, 1.8),
        (-0.8, 2.2),
    ),
    "saddle": (
        saddle,
        lambda x, y: (10 * x, y**3 - y),
        (0.9, 0.001),
        (-1.4, 1.4),
        (-1.5, 1.5),
    ),
}
"""Loss, gradient, start, and what is shown of x and y."""

KNOBS = [
    {"name": "step", "low": 0.0, "high": STEPS, "step": 1.0, "value": 0.0, "plays": True},
    {"name": "surface", "choices": list(SURFACES), "value": "bowl"},
    {"name": "lr", "low": 0.002, "high": 0.06, "step": 0.002, "value": 0.02},
    {"name": "adaptive lr", "low": 0.01, "high": 0.3, "step": 0.01, "value": 0.05},
    {"name": "beta", "low": 0.0, "high": 0.98, "step": 0.02, "value": 0.9},
]

PREDICT = {
    "ask": "A narrow bowl, 50 times as steep across as along; all four start far out on the "
    "long axis. Who has the lowest loss after 150 steps, with lr 0.02, adaptive lr 0.05 "
    "and beta 0.9?",
    "choices": NAMES,
    "answer": "RMSProp",
    "because": "Its memory of squares begins at 0 and nothing corrects that, so its first steps "
    "are ten times as long; and it measures each axis by itself, which in this bowl is all it "
    "takes. Momentum comes second, Adam third, SGD last. Before you believe in RMSProp, turn "
    "the bowl by 45 degrees.",
}


def setting(surface, lr, adaptive, beta, step=STEPS):
    """Return knob values."""
    rates = {"lr": lr, "adaptive lr": adaptive, "beta": beta}
    return {"surface": surface, "step": float(step), **rates}


PRESETS = [
    {
        "name": "the bowl",
        "say": "SGD crosses at once and crawls along. Momentum swings, and is soon there. "
        "What does a beta of 0.56 do?",
        "values": setting("bowl", 0.02, 0.05, 0.9),
    },
    {
        "name": "the bowl, turned",
        "say": "The same bowl, turned by 45 degrees. SGD and momentum do not notice. RMSProp "
        "and Adam measure x and y by themselves, and the valley now lies between the two.",
        "values": setting("turned bowl", 0.02, 0.05, 0.9),
    },
    {
        "name": "best momentum",
        "say": "lr 0.06 and beta 0.56, close to the theory's best for a condition of 50. "
        "SGD is far beyond its limit of 0.04.",
        "values": setting("bowl", 0.06, 0.05, 0.56),
    },
    {
        "name": "too long a step",
        "fails": True,
        "say": "Fails on purpose. At 0.042 a step of SGD across the bowl multiplies the "
        "distance by -1.1. Momentum at the same step size is safe: its limit is 0.076.",
        "values": setting("bowl", 0.042, 0.05, 0.9),
    },
    {
        "name": "too much memory",
        "fails": True,
        "say": "Fails on purpose. With beta 0.98 the velocity remembers fifty steps, and "
        "momentum rolls past the goal again and again.",
        "values": setting("bowl", 0.02, 0.05, 0.98),
    },
    {
        "name": "no memory",
        "say": "With beta 0 momentum is SGD, and Adam is RMSProp with bias correction. Who "
        "is on top of whom?",
        "values": setting("bowl", 0.02, 0.05, 0.0),
    },
    {
        "name": "the bent valley",
        "say": "Into the valley is easy, along its floor is the work. Who keeps going?",
        "values": setting("Rosenbrock", 0.01, 0.05, 0.9),
    },
    {
        "name": "the pass",
        "say": "At the start the slope towards either hollow is a thousandth. Adam divides "
        "by the usual slope and hardly notices that it is small; SGD has to wait.",
        "values": setting("saddle", 0.02, 0.05, 0.9),
    },
]


def rmsprop_step(w, g, state, lr):
    """Return w after a step: the gradient over its root mean square, no mean."""
    square = 0.99 * state.get("v", 0.0) + 0.01 * g**2
    state["v"] = square
    return w - lr * g / (np.sqrt(square) + 1e-8)


@lru_cache(maxsize=64)
def race(surface, lr, adaptive, beta):
    """Return the places of all runners after each step, shape (4, STEPS + 1, 2)."""
    _, slope, start, *_ = SURFACES[surface]
    places = np.empty((len(NAMES), STEPS + 1, 2))
    runners = [np.array(start) for _ in NAMES]
    states = [{} for _ in NAMES]
    for step in range(STEPS + 1):
        places[:, step] = runners
        for i, w in enumerate(runners):
            # Whoever runs away is stopped where the numbers still mean something.
            if np.abs(w).max() > 1e6:
                continue
            g = np.array(slope(*w))
            if i < 2:
                sgd_step([w], [g], states[i], lr, momentum=beta if i else 0.0)
            elif i == 2:
                runners[i] = rmsprop_step(w, g, states[i], adaptive)
            else:
                runners[i] = adam_step(w, g, states[i], lr=adaptive, b1=beta)
    return places


@lru_cache(maxsize=len(SURFACES))
def stripes(surface):
    """Return what is painted: one wave per factor of 10 in the loss, shape (SIDE, SIDE)."""
    loss, _, _, x_range, y_range = SURFACES[surface]
    x, y = np.meshgrid(np.linspace(*x_range, SIDE), np.linspace(*y_range, SIDE)[::-1])
    level = np.log10(loss(x, y) + 1e-3)
    return np.sin(2 * np.pi * level)


def told(losses, step):
    """Return a sentence on who leads and who has left."""
    order = np.argsort(losses)
    first, second = (NAMES[i] for i in order[:2])
    away = [name for name, loss in zip(NAMES, losses, strict=True) if loss > 1e3]
    if step == 0:
        return "All stand at the start. Who will win?"
    lead = f"Step {step}: {first} leads with a loss of {losses[order[0]]:.2g}"
    if np.isclose(losses[order[0]], losses[order[1]], rtol=1e-3):
        lead += f", level with {second}"
    if away:
        return f"{lead}. {' and '.join(away)} ran away: the step is too long."
    return f"{lead}; last is {NAMES[order[-1]]} with {losses[order[-1]]:.2g}."


def draw(values):
    """Return the scene: the four ways up to a step, and the losses."""
    surface, step = values["surface"], int(values["step"])
    loss, _, _, x_range, y_range = SURFACES[surface]
    rates = (round(values[name], 4) for name in ("lr", "adaptive lr", "beta"))
    places = race(surface, *rates)
    ways = places[:, : step + 1]
    losses = loss(places[..., 0], places[..., 1])
    inside = np.clip(ways, [x_range[0], y_range[0]], [x_range[1], y_range[1]])
    x = np.arange(step + 1)
    return {
        "say": told(losses[:, step], step),
        "panels": [
            {
                "draw": "plane",
                "title": f"{surface}, step {step}",
                "with": {
                    "values": stripes(surface),
                    "points": inside.reshape(-1, 2),
                    "classes": np.repeat(np.arange(len(NAMES)), step + 1),
                    "x_range": x_range,
                    "y_range": y_range,
                    "names": NAMES,
                },
            },
            {
                "draw": "line_chart",
                "title": "loss",
                "with": {
                    "series": [
                        {"name": name, "x": x, "y": np.clip(row[: step + 1], 1e-12, 1e6)}
                        for name, row in zip(NAMES, losses, strict=True)
                    ],
                    "log_y": True,
                    "x_label": "step",
                },
            },
        ],
    }
