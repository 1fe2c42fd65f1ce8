"""Sends the means of each layer further down in place of its draws.

The draws are made and returned, but no layer below hears of them: each is lit by
probabilities, and dreams come out as blurred averages.

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
        means = sigmoid(means @ W.T + b)
        states = (rng.random(means.shape) < means).astype(float)
    return states, means
