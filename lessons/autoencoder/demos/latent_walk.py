# /// demo
# title = "Latent walk"
# uses = ["autoencoder/pca_codings"]
# ///
"""Walk from one digit to another through a plane of codes, and see what each place decodes to.

Move `step`, or play it. With `code` you choose the plane: your own PCA, or a small bent
autoencoder. Left, the codes of 300 digits, and the place where you are. What lies between two
heaps: a digit, a mixture, or nothing that anybody would write?
"""

from functools import lru_cache
from itertools import pairwise

import numpy as np

from tutor.datasets import digits
from tutor.yours import pca_decode, pca_encode, pca_fit

STEPS, SHOWN, HIDDEN, EPOCHS, BATCH, RATE = 24, 300, 48, 60, 64, 0.01
DATA = digits()
IMAGES, LABELS = DATA.images.reshape(-1, 64)[:898] / 16, DATA.labels[:898]

KNOBS = [
    {
        "name": "step",
        "low": 0.0,
        "high": float(STEPS),
        "step": 1.0,
        "value": 0.0,
        "plays": True,
    },
    {"name": "code", "choices": ["bent", "PCA"], "value": "bent"},
    {"name": "from", "low": 0.0, "high": 9.0, "step": 1.0, "value": 0.0},
    {"name": "to", "low": 0.0, "high": 9.0, "step": 1.0, "value": 1.0},
]


def walk(code, start, end, step=0):
    """Return knob values."""
    return {
        "step": float(step),
        "code": code,
        "from": float(start),
        "to": float(end),
    }


PRESETS = [
    {
        "name": "from 0 to 1",
        "say": "A bent code. Play the walk: the way leads through the lands of "
        "other digits. The line below names the nearest real code.",
        "values": walk("bent", 0, 1),
    },
    {
        "name": "between neighbours",
        "say": "4 and 9 differ by one stroke at the top, and yet they may lie far apart in this "
        "plane. Which digits does the straight way pass?",
        "values": walk("bent", 4, 9),
    },
    {
        "name": "a straight code",
        "say": "Your PCA, from 0 to 1. Every image on the way is a weighted average of the "
        "first and the last: one fades out while the other fades in.",
        "values": walk("PCA", 0, 1, 12),
    },
    {
        "name": "two numbers are too few",
        "say": "Your PCA, at a 7. The middle of all codes of a 7 decodes to a smudge, since "
        "most of what makes it a 7 lies outside of the plane.",
        "values": walk("PCA", 7, 8),
        "fails": True,
    },
]

PREDICT = {
    "ask": "With a straight code (PCA), what is drawn halfway between the codes of two images?",
    "choices": [
        "a clean digit that looks like something between",
        "the average of the two images that the ends decode to",
        "always the mean of all images",
    ],
    "answer": "the average of the two images that the ends decode to",
    "because": "Decoding is a matrix product and a mean. The middle of two codes decodes to "
    "the middle of two images, pixel by pixel: a double exposure.",
}


def layers(rng, sizes):
    """Return weights and biases."""
    return [
        part
        for a, b in pairwise(sizes)
        for part in (rng.normal(size=(a, b)) / np.sqrt(a), np.zeros(b))
    ]


def through(net, x):
    """Return what enters each layer, and the logits; the code is entered as it is."""
    inputs = [x]
    for i in range(4):
        y = inputs[-1] @ net[2 * i] + net[2 * i + 1]
        inputs.append(np.tanh(y) if i in (0, 2) else y)
    return inputs


def slopes(net, inputs, push):
    """Return the gradients of all weights and biases."""
    grads = []
    for i in (3, 2, 1, 0):
        grads = [inputs[i].T @ push, push.sum(axis=0), *grads]
        push = push @ net[2 * i].T
        if i in (1, 3):
            push = push * (1 - inputs[i] ** 2)
    return grads


@lru_cache(maxsize=1)
def bent():
    """Return a trained autoencoder 64-48-2-48-64, as a list of arrays."""
    rng = np.random.default_rng(4)
    net = layers(rng, (64, HIDDEN, 2, HIDDEN, 64))
    first, second = ([np.zeros_like(p) for p in net] for _ in range(2))
    count, total = 0, EPOCHS * (len(IMAGES) // BATCH)
    for _ in range(EPOCHS):
        order = rng.permutation(len(IMAGES))
        for batch in np.split(order[: len(order) // BATCH * BATCH], len(order) // BATCH):
            x = IMAGES[batch]
            inputs = through(net, x)
            ink = 0.5 + 0.5 * np.tanh(inputs[4] / 2)
            count += 1
            rate = RATE * min(1.0, 2 * (1 - count / total))
            for i, grad in enumerate(slopes(net, inputs, (ink - x) / BATCH)):
                first[i] += 0.1 * (grad - first[i])
                second[i] += 0.01 * (grad**2 - second[i])
                up, down = 1 - 0.9**count, 1 - 0.99**count
                net[i] -= rate * first[i] / up / (np.sqrt(second[i] / down) + 1e-8)
    return net


@lru_cache(maxsize=2)
def codes(kind):
    """Return the codes of all images."""
    if kind == "PCA":
        return np.asarray(pca_encode(IMAGES, *pca_fit(IMAGES, 2)))
    return through(bent(), IMAGES)[2]


def images(kind, Z):
    """Return the images that codes stand for."""
    if kind == "PCA":
        return np.asarray(pca_decode(Z, *pca_fit(IMAGES, 2)))
    net = bent()
    logits = np.tanh(Z @ net[4] + net[5]) @ net[6] + net[7]
    return 0.5 + 0.5 * np.tanh(logits / 2)


@lru_cache(maxsize=64)
def path(kind, start, end):
    """Return the places of a walk, and the images on it."""
    Z = codes(kind)
    ends = [np.median(Z[digit == LABELS], axis=0) for digit in (start, end)]
    part = np.linspace(0, 1, STEPS + 1)[:, None]
    places = ends[0] + part * (ends[1] - ends[0])
    return places, images(kind, places).reshape(-1, 8, 8)


def frame(Z, axis):
    low, high = np.quantile(Z[:, axis], [0.01, 0.99])
    return float(low - 0.1 * (high - low)), float(high + 0.1 * (high - low))


def draw(values):
    """Return the scene: codes, the image here, and the whole walk."""
    kind, step = values["code"], int(values["step"])
    start, end = int(values["from"]), int(values["to"])
    Z = codes(kind)
    places, drawn = path(kind, start, end)
    here = places[step]
    nearest = int(((Z - here) ** 2).sum(axis=1).argmin())
    shown, named = Z[:SHOWN], LABELS[:SHOWN]
    kinds = np.where(named == start, 1, np.where(named == end, 2, 0))
    strip = drawn[np.linspace(0, STEPS, 8).astype(int)]
    big = np.kron(np.clip(drawn[step], 0, 1), np.ones((2, 2)))
    return {
        "say": f"Step {step} of {STEPS} on the way from {start} to {end}, code "
        f"({here[0]:.2f}, {here[1]:.2f}). The nearest real code belongs to a "
        f"{LABELS[nearest]}.",
        "panels": [
            {
                "draw": "plane",
                "title": "codes of 300 digits",
                "with": {
                    "values": [],
                    "points": np.concatenate([shown, here[None]]).tolist(),
                    "classes": [*kinds.tolist(), 3],
                    "names": ["others", str(start), str(end), "here"],
                    "x_range": frame(Z, 0),
                    "y_range": frame(Z, 1),
                },
            },
            {
                "draw": "tiles",
                "title": "decoded here",
                "with": {"images": [big.tolist()], "columns": 1, "low": 0.0, "high": 1.0},
            },
            {
                "draw": "tiles",
                "title": "the whole way",
                "with": {
                    "images": np.clip(strip, 0, 1).tolist(),
                    "columns": 4,
                    "low": 0.0,
                    "high": 1.0,
                },
            },
        ],
    }
