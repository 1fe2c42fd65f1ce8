# /// demo
# title = "Fantasy machine"
# uses = ["dbn/gibbs_step", "dbn/rbm_energy", "dbn/rbm_fit"]
# ///
"""Let a machine that has seen digits dream, one Gibbs step at a time.

Play `step` and watch the picture wander. `clamp` holds a part of a real digit fixed, and
the machine fills in the rest. `temperature` divides all energies: cold chains settle, hot
ones boil. Everything runs on your own `rbm_fit`, `gibbs_step` and `free_energy`.
"""

from functools import lru_cache

import numpy as np

from tutor.datasets import digits
from tutor.yours import free_energy, gibbs_step, rbm_fit

STEPS = 60
HIDDEN, EPOCHS, IMAGES = 64, 30, 500

KNOBS = [
    {
        "name": "step",
        "low": 0.0,
        "high": float(STEPS),
        "step": 1.0,
        "value": 0.0,
        "plays": True,
    },
    {"name": "start", "choices": ["noise", "digit"], "value": "noise"},
    {
        "name": "clamp",
        "choices": ["nothing", "upper half", "left half", "frame"],
        "value": "nothing",
    },
    {"name": "digit", "low": 0.0, "high": 9.0, "step": 1.0, "value": 3.0},
    {"name": "temperature", "low": 0.25, "high": 3.0, "step": 0.25, "value": 1.0},
    {"name": "seed", "low": 0.0, "high": 9.0, "step": 1.0, "value": 0.0},
]


def setting(step, start="noise", clamp="nothing", digit=3, temperature=1.0):
    """Return knob values."""
    return {
        "step": float(step),
        "start": start,
        "clamp": clamp,
        "digit": float(digit),
        "temperature": float(temperature),
        "seed": 0.0,
    }


PRESETS = [
    {
        "name": "from noise",
        "say": "A random picture at step 0. Play: how many steps until it looks like a "
        "digit, and does it stay the same digit?",
        "values": setting(0),
    },
    {
        "name": "half a digit",
        "say": "The upper half of a 3 is held fixed. What does the machine put below it? "
        "Try other seeds: a 3 is not the only answer.",
        "values": setting(20, clamp="upper half"),
    },
    {
        "name": "leaving a digit",
        "say": "The chain starts at a real 7. One step is the reconstruction that training "
        "looks at; later ones are dreams.",
        "values": setting(1, start="digit", digit=7),
    },
    {
        "name": "boiling",
        "say": "Fails on purpose. At temperature 3 energies hardly count, and pixels are "
        "tossed nearly at random. The free energy stays high however long you wait.",
        "values": setting(40, temperature=3.0),
        "fails": True,
    },
    {
        "name": "frozen",
        "say": "Fails on purpose. At temperature 0.25 the chain falls into the first valley "
        "and stays: it dreams one picture for ever.",
        "values": setting(40, temperature=0.25),
        "fails": True,
    },
]

PREDICT = {
    "ask": "A chain starts from noise. What happens to the free energy of its picture?",
    "choices": [
        "it falls in the first few steps, then wavers",
        "it falls steadily to the end",
        "it stays where it is",
    ],
    "answer": "it falls in the first few steps, then wavers",
    "because": "Gibbs sampling is no descent. Noise is unlikely, so the first steps lead "
    "down; afterwards the chain walks among likely pictures and goes up as well.",
}


@lru_cache(maxsize=1)
def machine():
    """Return an RBM trained on some digits by the learner's rbm_fit."""
    X = digits().images[:IMAGES].reshape(-1, 64) / 16
    return rbm_fit(X, HIDDEN, np.random.default_rng(0), epochs=EPOCHS, batch=20)


def held(clamp):
    """Return which pixels stay fixed, shape (8, 8)."""
    rows, columns = np.mgrid[:8, :8]
    masks = {
        "nothing": rows < 0,
        "upper half": rows < 4,
        "left half": columns < 4,
        "frame": (rows % 7 == 0) | (columns % 7 == 0),
    }
    return masks[clamp]


def example(digit):
    """Return a real image of a digit, 0 and 1, shape (64,)."""
    data = digits()
    first = int(np.flatnonzero(data.labels == digit)[1])
    return (data.images[first] > 7).astype(float).ravel()


@lru_cache(maxsize=32)
def trajectory(start, clamp, digit, temperature, seed):
    """Return means (STEPS + 1, 64), free energies and hidden means of a chain."""
    W, b, c = machine()
    rng, fixed = np.random.default_rng(seed), held(clamp).ravel()
    real = example(digit)
    v = real if start == "digit" else (rng.random(64) < 0.5).astype(float)
    v = np.where(fixed, real, v)
    shown, hidden = [v], [np.zeros(HIDDEN)]
    states = [v]
    for _ in range(STEPS):
        cooled = W / temperature, b / temperature, c / temperature
        ph, _, pv, new = gibbs_step(v[None], *cooled, rng)
        v = np.where(fixed, real, new[0])
        shown.append(np.where(fixed, real, pv[0]))
        hidden.append(ph[0])
        states.append(v)
    energies = free_energy(np.array(states), W, b, c)
    return np.array(shown), energies, np.array(hidden)


def told(values, energies, step):
    """Return a sentence on where the chain stands."""
    now, least = energies[step], energies[: step + 1].min()
    where = f"Step {step}: free energy {now:.1f}, least so far {least:.1f}."
    if step == 0:
        return f"{where} Play `step` to let it dream."
    if values["clamp"] != "nothing":
        return f"{where} Held fixed: {values['clamp']}; the rest is the machine's guess."
    return f"{where} Shown are the probabilities of the pixels."


def draw(values):
    """Return the scene: the picture, its hidden units and the free energy so far."""
    step = int(values["step"])
    key = values["start"], values["clamp"], int(values["digit"])
    shown, energies, hidden = trajectory(
        *key, float(values["temperature"]), int(values["seed"])
    )
    steps = np.arange(STEPS + 1)
    curve = {"name": "free energy", "x": steps[: step + 1], "y": energies[: step + 1]}
    return {
        "say": told(values, energies, step),
        "panels": [
            {
                "draw": "image",
                "title": "the dream",
                "with": {"pixels": shown[step].reshape(8, 8)},
            },
            {
                "draw": "image",
                "title": "hidden units",
                "with": {"pixels": hidden[step].reshape(8, -1)},
            },
            {
                "draw": "line_chart",
                "title": "free energy of the picture",
                "with": {"series": [curve], "x_label": "step"},
            },
        ],
    }
