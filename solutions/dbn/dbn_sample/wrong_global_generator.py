"""Draws the lower layers from numpy's global generator.

One seed then gives different dreams each time, as nobody has seeded that generator. All
that is random comes from the generator that the caller passes.

Lesson: dbn/stacking#sampling-from-the-top
"""

import numpy as np

from tutor.yours import gibbs_step

Layer = tuple[np.ndarray, np.ndarray, np.ndarray]


def sigmoid(x: np.ndarray) -> np.ndarray:
    return 0.5 * (1 + np.tanh(x / 2))


def sample_dbn(
    stack: list[Layer],
    v: np.ndarray,
    steps: int,
    rng: np.random.Generator,
) -> tuple[np.ndarray, np.ndarray]:
    *lower, (W, b, c) = stack
    states = means = v
    for _ in range(steps):
        _, _, means, states = gibbs_step(states, W, b, c, rng)
    for W, b, _ in reversed(lower):
        means = sigmoid(states @ W.T + b)
        states = (np.random.random(means.shape) < means).astype(float)
    return states, means
