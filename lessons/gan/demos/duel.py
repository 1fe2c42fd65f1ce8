# /// demo
# title = "Duel"
# uses = ["gan/gan_losses"]
# ///
"""Play the training of a small GAN on a ring of eight heaps, driven by your gradients.

Left, where the discriminator leans to real and where to fake; the line between is its 0.5.
Right, what the generator does to a square grid of noise: it has to tear it into eight heaps.
Change the loss, the step size of the discriminator (`speed`), or the start, and play again.
"""

from functools import lru_cache

import numpy as np

from tutor.yours import gan_gradients

HEAPS, RADIUS, SPREAD = 8, 2.0, 0.1
STEPS, EVERY, BATCH, HIDDEN = 600, 20, 64, 32
RATE, KEPT, KEPT_SQUARE = 0.01, 0.5, 0.99
ANGLES = 2 * np.pi * np.arange(HEAPS) / HEAPS
CENTERS = RADIUS * np.stack([np.cos(ANGLES), np.sin(ANGLES)], axis=1)
SPEEDS = {"D slow": 0.1, "even": 1.0, "D fast": 4.0, "D frozen at 200": 1.0}
EDGE = 3.0

KNOBS = [
    {
        "name": "step",
        "low": 0.0,
        "high": float(STEPS),
        "step": float(EVERY),
        "value": 0.0,
        "plays": True,
    },
    {
        "name": "loss",
        "choices": ["non-saturating", "saturating"],
        "value": "non-saturating",
    },
    {"name": "speed", "choices": list(SPEEDS), "value": "even"},
    {"name": "R1", "choices": ["off", "on"], "value": "off"},
    {"name": "start", "choices": ["16", "1"], "value": "16"},
]


def setting(loss="non-saturating", speed="even", r1="off", start="16", step=STEPS):
    """Return knob values."""
    return {
        "step": float(step),
        "loss": loss,
        "speed": speed,
        "R1": r1,
        "start": start,
    }


PRESETS = [
    {
        "name": "a good duel",
        "say": "Equal steps, non-saturating loss. All eight heaps are found. Step back "
        "with `,` and look when the last one is.",
        "values": setting(),
    },
    {
        "name": "an unlucky start",
        "say": "The same settings, another start: the duel goes wrong. Nothing in the "
        "settings told you.",
        "values": setting(start="1"),
        "fails": True,
    },
    {
        "name": "R1 to the rescue",
        "say": "The same unlucky start, and the discriminator pays for steepness at the "
        "data. Its field is smoother, and the heaps are found.",
        "values": setting(r1="on", start="1"),
    },
    {
        "name": "collapse",
        "say": "The discriminator takes steps a tenth as long. The generator hops from heap "
        "to heap ahead of it, and never holds more than four.",
        "values": setting(speed="D slow"),
        "fails": True,
    },
    {
        "name": "frozen judge",
        "say": "From step 200 the discriminator learns no more. In the end every fake is "
        "good, and all of them are the same heap.",
        "values": setting(speed="D frozen at 200"),
        "fails": True,
    },
    {
        "name": "overpowered judge",
        "say": "The discriminator takes steps four times as long. Its field jumps about, and "
        "heaps that were found are lost again.",
        "values": setting(speed="D fast"),
        "fails": True,
    },
]

PREDICT = {
    "ask": "The discriminator is frozen while the generator goes on learning. What will "
    "the fakes look like?",
    "choices": [
        "better and better, since the generator has all the time it needs",
        "all alike, at the place this judge likes best",
        "as they were at the moment of freezing",
    ],
    "answer": "all alike, at the place this judge likes best",
    "because": "Nothing in the generator's loss asks for variety. Variety comes from a "
    "discriminator that notices a crowd and marks it down.",
}


def network(rng, inputs, outputs):
    """Return weights and biases of a net inputs-32-32-outputs."""
    shapes = [(inputs, HIDDEN), (HIDDEN, HIDDEN), (HIDDEN, outputs)]
    parts = []
    for shape in shapes:
        parts += [rng.normal(size=shape) / np.sqrt(shape[0]), np.zeros(shape[1])]
    return parts


def forward(net, x):
    """Return both hidden layers and the output."""
    first = np.tanh(x @ net[0] + net[1])
    second = np.tanh(first @ net[2] + net[3])
    return first, second, second @ net[4] + net[5]


def backward(net, x, layers, dy):
    """Return the gradients of the parameters, and of the input."""
    first, second, _ = layers
    d2 = (dy @ net[4].T) * (1 - second**2)
    d1 = (d2 @ net[2].T) * (1 - first**2)
    parts = [x.T @ d1, d1.sum(0), first.T @ d2, d2.sum(0), second.T @ dy, dy.sum(0)]
    return parts, d1 @ net[0].T


class Adam:
    """Adam for one player."""

    def __init__(self, net, rate):
        self.net, self.rate, self.count = net, rate, 0
        self.mean = [np.zeros_like(part) for part in net]
        self.square = [np.zeros_like(part) for part in net]

    def step(self, grads):
        self.count += 1
        for i, grad in enumerate(grads):
            self.mean[i] += (1 - KEPT) * (grad - self.mean[i])
            self.square[i] += (1 - KEPT_SQUARE) * (grad**2 - self.square[i])
            mean = self.mean[i] / (1 - KEPT**self.count)
            square = self.square[i] / (1 - KEPT_SQUARE**self.count)
            self.net[i] -= self.rate * mean / (np.sqrt(square) + 1e-8)


def steepness(judge, x, weight, nudge=1e-3):
    """Return the parameters' gradients of weight / 2 times the mean squared slope at x.

    The slope of the logit in the direction of steepest ascent, by differences.
    """
    count = len(x)
    slope = backward(judge, x, forward(judge, x), np.ones((count, 1)))[1]
    sides = []
    for side in (1, -1):
        place = x + side * nudge * slope
        push = np.full((count, 1), weight / count)
        sides.append(backward(judge, place, forward(judge, place), push)[0])
    return [(up - down) / (2 * nudge) for up, down in zip(*sides, strict=True)]


def judge_step(judge, player, data, fakes, r1):
    both = np.concatenate([data, fakes])
    layers = forward(judge, both)
    logits = layers[2][:, 0]
    for_real, for_fake, _ = gan_gradients(logits[:BATCH], logits[BATCH:])
    push = np.concatenate([for_real, for_fake])[:, None]
    grads = backward(judge, both, layers, push)[0]
    if r1:
        extra = steepness(judge, data, 0.2)
        grads = [a + b for a, b in zip(grads, extra, strict=True)]
    player.step(grads)


def forger_step(judge, forger, player, z, loss):
    made = forward(forger, z)
    layers = forward(judge, made[2])
    logits = layers[2][:, 0]
    _, for_fake, push = gan_gradients(logits, logits)
    if loss == "saturating":
        push = -for_fake
    slope = backward(judge, made[2], layers, push[:, None])[1]
    player.step(backward(forger, z, made, slope)[0])


@lru_cache(maxsize=12)
def trained(loss, speed, r1, start):
    """Return forger and judge at every 20th step, as lists of arrays."""
    rng = np.random.default_rng(int(start))
    forger, judge = network(rng, 2, 2), network(rng, 2, 1)
    players = Adam(forger, RATE), Adam(judge, RATE * SPEEDS[speed])
    shots = []
    for step in range(STEPS + 1):
        if step % EVERY == 0:
            shots.append([[part.copy() for part in net] for net in (forger, judge)])
        where = CENTERS[rng.integers(HEAPS, size=BATCH)]
        data = where + SPREAD * rng.normal(size=(BATCH, 2))
        z, more = rng.normal(size=(2, BATCH, 2))
        if speed != "D frozen at 200" or step < 200:
            judge_step(judge, players[1], data, forward(forger, z)[2], r1 == "on")
        forger_step(judge, forger, players[0], more, loss)
    return shots


NOISE = np.random.default_rng(99).normal(size=(400, 2))
DATA = np.repeat(CENTERS, 12, axis=0)
DATA = DATA + SPREAD * np.random.default_rng(98).normal(size=DATA.shape)
GRID = np.stack(
    np.meshgrid(np.linspace(-EDGE, EDGE, 48), np.linspace(EDGE, -EDGE, 40)), axis=-1
).reshape(-1, 2)
LINE, RUNGS = np.linspace(-2, 2, 61), np.linspace(-2, 2, 7)
ACROSS = np.array([(u, v) for v in RUNGS for u in LINE])
WEB = np.concatenate([ACROSS, ACROSS[:, ::-1]])


def heaps_of(fakes):
    """Return how many good fakes each heap has, shape (8,)."""
    gaps = np.linalg.norm(fakes[:, None] - CENTERS, axis=2)
    good = gaps.min(axis=1) <= 3 * SPREAD
    return np.bincount(gaps.argmin(axis=1)[good], minlength=HEAPS)


@lru_cache(maxsize=12)
def history(*which):
    """Return how many heaps hold at least 8 of 400 fakes, at every 20th step."""
    shots = trained(*which)
    return [int((heaps_of(forward(g, NOISE)[2]) >= 8).sum()) for g, _ in shots]


def told(found, index, counts):
    best = max(found[: index + 1])
    good = counts.sum() / len(NOISE)
    text = f"{found[index]} of 8 heaps found, {good:.0%} of the fakes are good. "
    text += f"Good fakes of 400 by heap: {', '.join(map(str, counts))}."
    if found[index] < best:
        text = f"COLLAPSE ALARM: {best} heaps were found before. {text}"
    return text


def draw(values):
    """Return the scene: both networks at one step of a training."""
    which = values["loss"], values["speed"], values["R1"], values["start"]
    index = int(values["step"]) // EVERY
    forger, judge = trained(*which)[index]
    fakes = forward(forger, NOISE)[2]
    belief = 0.5 * np.tanh(0.5 * forward(judge, GRID)[2].reshape(40, 48))
    counts = heaps_of(fakes)
    frame = {"x_range": (-EDGE, EDGE), "y_range": (-EDGE, EDGE)}
    shown = fakes[:150]
    moved = forward(forger, WEB)[2]
    return {
        "say": told(history(*which), index, counts),
        "panels": [
            {
                "draw": "plane",
                "title": "belief of the discriminator",
                "with": frame
                | {
                    "values": belief.tolist(),
                    "points": np.concatenate([DATA, shown]).tolist(),
                    "classes": [0] * len(DATA) + [1] * len(shown),
                    "names": ["data", "fakes"],
                    "low": -0.5,
                    "high": 0.5,
                },
            },
            {
                "draw": "plane",
                "title": "the grid of noise, moved",
                "with": frame | {"values": [], "points": moved.tolist()},
            },
        ],
    }
