"""Ends the way down one layer above the picture.

The bottom machine is a layer like the others: the pixels come out of it.

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
    for W, b, _ in reversed(lower[1:]):
        means = sigmoid(states @ W.T + b)
        states = (rng.random(means.shape) < means).astype(float)
    return states, means
