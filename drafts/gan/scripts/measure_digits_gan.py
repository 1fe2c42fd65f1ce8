"""The measure of gan/digits_gan, to be added to scripts/measure_gan_capstones.py.

Its row in CAPSTONES there:
``"digits_gan": (digits, "obeyed worst distance lead nearest early seconds")``.
"""

import time
from types import ModuleType

import numpy as np


def digits(learner: ModuleType, judge: ModuleType, seed: int) -> list[float]:
    """Return orders obeyed, by the worst digit, distances, nearest, early, seconds."""
    rng = np.random.default_rng(seed)
    layers = judge.reader()
    started = time.process_time()
    G = learner.train(judge.IMAGES, judge.LABELS, seed)
    made = learner.draw(G, judge.ORDERS, 1)
    seconds = time.process_time() - started
    G = learner.train(judge.IMAGES, judge.LABELS, seed, steps=judge.EARLY)
    early = judge.read(layers, learner.draw(G, judge.ORDERS, 1))[1] == judge.ORDERS
    data, _ = judge.read(layers, judge.IMAGES)
    plain, _ = judge.read(layers, judge.independent(rng))
    features, seen = judge.read(layers, made)
    obeyed = [(seen == judge.ORDERS)[k == judge.ORDERS].mean() for k in range(10)]
    mine, baseline = judge.distance(features, data), judge.distance(plain, data)
    near = np.median(judge.nearest(made))
    return [
        np.mean(obeyed),
        min(obeyed),
        mine,
        baseline - mine,
        near,
        early.mean(),
        seconds,
    ]
