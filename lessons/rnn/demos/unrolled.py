# /// demo
# title = "The unrolled cell"
# uses = ["rnn/rnn_forward", "rnn/lstm_cell", "rnn/gru_cell"]
# ///
"""Turn `step` and watch a recurrent layer read 20 numbers. Each column is one step.

The shaded row is the gradient: how much the state at `step` would change if the input of
that column did, as a share of what the newest input does. Where it is blank, this step can
teach nothing to that one. The layer is your own, and so are its cells.
"""

from functools import lru_cache

import numpy as np

from tutor.yours import gru_cell, lstm_cell, rnn_forward

STEPS, UNITS, NUDGE = 20, 8, 1e-5
BLANK = "\u00a0"
SHADES = [(0.3, "███"), (0.1, "▓▓▓"), (0.03, "▒▒▒"), (0.01, "░░░")]

KNOBS = [
    {
        "name": "step",
        "low": 1.0,
        "high": 20.0,
        "step": 1.0,
        "value": 20.0,
        "plays": True,
    },
    {"name": "cell", "choices": ["tanh", "LSTM", "GRU"], "value": "tanh"},
    {"name": "scale", "low": 0.25, "high": 2.0, "step": 0.25, "value": 1.0},
    {"name": "gate", "low": -2.0, "high": 5.0, "step": 0.5, "value": 0.0},
    {"name": "chunk", "choices": ["all", "10", "5"], "value": "all"},
]


def setting(cell, scale, gate=0.0, chunk="all", step=20):
    """Return knob values."""
    numbers = {"step": float(step), "scale": float(scale), "gate": float(gate)}
    return {"cell": cell, "chunk": chunk, **numbers}


PREDICT = {
    "ask": "A tanh layer whose recurrent weights have the spectral radius 0.5: how many "
    "steps back does its gradient reach, before less than a hundredth is left?",
    "choices": ["about 5", "about 20", "about 50"],
    "answer": "about 5",
    "because": "$0.5^7$ is less than a hundredth, and the slopes of the tanh and the way "
    "into the layer take their share too.",
}

PRESETS = [
    {
        "name": "fades",
        "say": "Recurrent weights of half the critical size. How many columns are shaded? "
        "Now raise `scale` to 1.",
        "values": setting("tanh", 0.5),
    },
    {
        "name": "critical",
        "say": "Spectral radius 1: the slopes of the tanh alone make it fade. It reaches "
        "further, and not for ever.",
        "values": setting("tanh", 1.0),
    },
    {
        "name": "explodes",
        "fails": True,
        "say": "Early inputs count *more* than the newest: shares above 1. A step along "
        "such a gradient lands far away. Raise `scale` to 1.5: now the units saturate, "
        "and it fades again.",
        "values": setting("tanh", 1.25),
    },
    {
        "name": "LSTM, shut",
        "fails": True,
        "say": "An LSTM whose forget gate starts near a half. It fades like the tanh layer: "
        "the cell alone does not help. Raise `gate`.",
        "values": setting("LSTM", 0.5, 0.0),
    },
    {
        "name": "LSTM, open",
        "say": "The forget gate's bias is 4. The gradient passes all 20 steps: this is what "
        "the cell was made for.",
        "values": setting("LSTM", 0.5, 4.0),
    },
    {
        "name": "GRU, open",
        "say": "The update gate's bias is 4, and the old state is kept. Compare with the "
        "LSTM at the same setting.",
        "values": setting("GRU", 0.5, 4.0),
    },
    {
        "name": "cut",
        "say": "The same LSTM, trained in chunks of 5. Its memory is as good as before, and "
        "the gradient ends at the edge of the chunk. Step through time with `step`.",
        "values": setting("LSTM", 0.5, 4.0, "5"),
    },
]


def parts(cell, scale, gate):
    """Return the weights (Wx, Wh, b) of a layer with one input."""
    blocks = {"tanh": 1, "LSTM": 4, "GRU": 3}[cell]
    rng = np.random.default_rng(4)
    Wx = 0.1 * rng.normal(size=(1, blocks * UNITS))
    squares = []
    for _ in range(blocks):
        W = rng.normal(size=(UNITS, UNITS))
        squares.append(scale * W / np.abs(np.linalg.eigvals(W)).max())
    b = np.zeros(blocks * UNITS)
    if blocks > 1:
        # The second block keeps: the forget gate, or the update gate.
        b[UNITS : 2 * UNITS] = gate
    return Wx, np.hstack(squares), b


def states_of(cell, weights, X):
    """Return the states (N, T, H) of inputs X (N, T)."""
    Wx, Wh, b = weights
    h = c = np.zeros((len(X), UNITS))
    if cell == "tanh":
        return rnn_forward(X[:, :, None], h, Wx, Wh, b)
    seen = []
    for t in range(X.shape[1]):
        x = X[:, t, None]
        if cell == "LSTM":
            h, c = lstm_cell(x, h, c, Wx, Wh, b)
        else:
            h = gru_cell(x, h, Wx, Wh, b, np.zeros_like(b))
        seen.append(h)
    return np.stack(seen, axis=1)


@lru_cache(maxsize=256)
def measured(cell, scale, gate):
    """Return inputs (T,), the states (T,) of one unit, and slopes (T, T).

    Entry [t, s] is the size of the change of state t per change of input s. All 2 T nudged
    sequences are read at once, as one batch.
    """
    x = np.random.default_rng(1).normal(size=STEPS)
    nudges = NUDGE * np.vstack([np.eye(STEPS), -np.eye(STEPS)])
    weights = parts(cell, scale, gate)
    states = states_of(cell, weights, np.vstack([x + nudges, x]))
    gap = (states[:STEPS] - states[STEPS : 2 * STEPS]) / (2 * NUDGE)
    return x, states[-1, :, 0], np.linalg.norm(gap, axis=2).T


def shares(values):
    """Return the share of each step in the gradient of the current one, cut at its chunk."""
    gate = values["gate"] if values["cell"] != "tanh" else 0.0
    x, states, slopes = measured(values["cell"], values["scale"], gate)
    now = int(values["step"]) - 1
    row = slopes[now] / max(slopes[now, now], 1e-12)
    row[now + 1 :] = 0.0
    if values["chunk"] != "all":
        size = int(values["chunk"])
        row[: now // size * size] = 0.0
    return x, states, row, now


def shade(share):
    if share > 1.5:
        return "!!!"
    return next((mark for least, mark in SHADES if share >= least), BLANK * 3)


def level(value, among):
    """Return a bar whose height says where the value lies between the extremes."""
    low, high = min(among), max(among)
    return "▁▂▃▄▅▆▇█"[min(int(8 * (value - low) / (high - low + 1e-12)), 7)]


def drawn(values, x, states, row, now):
    """Return the unrolled layer as lines of text."""
    size = STEPS if values["chunk"] == "all" else int(values["chunk"])
    rows = {"step": "", "input": "", "state": "", "gradient": "", "": ""}
    for t in range(STEPS):
        read = t <= now
        rows["step"] += f"{t + 1:3d}"
        rows["input"] += "  " + (level(x[t], x) if read else "·")
        rows["state"] += "  " + (level(states[t], states) if read else "·")
        rows["gradient"] += shade(row[t])
        edge = (t + 1) % size == 0 and t + 1 < STEPS
        rows[""] += "  ^" if t == now else ("  |" if edge else "   ")
    lines = [f"{name:9}{text}".replace(" ", BLANK) for name, text in rows.items()]
    return [*lines, "█ 30 % or more  ▓ 10 %  ▒ 3 %  ░ 1 %  ! above 150 %  | cut"]


def told(values, row, now):
    reach = int(np.flatnonzero(row >= 0.01).min()) if (row >= 0.01).any() else now
    back = now - reach
    text = f"The gradient of step {now + 1} reaches back {back} steps"
    if back == now:
        text = f"The gradient of step {now + 1} reaches the first input"
    elif values["chunk"] != "all" and reach % int(values["chunk"]) == 0:
        text += ", to the edge of its chunk"
    most = int(row.argmax())
    if row[most] > 1.5:
        return (
            f"{text}; input {most + 1} counts {row[most]:.1f} times as much as the newest."
        )
    return f"{text}; the first input has a share of {row[0]:.2g}."


def draw(values):
    """Return the scene: the layer after `step` steps, and the gradient on its way back."""
    x, states, row, now = shares(values)
    lines = drawn(values, x, states, row, now)
    title = f"{values['cell']} layer, unrolled"
    return {
        "say": told(values, row, now),
        "panels": [{"draw": "text", "title": title, "with": {"lines": lines}}],
    }
