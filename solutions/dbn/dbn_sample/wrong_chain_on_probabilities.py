"""Carries the probabilities of the chain over to its next step.

A Gibbs chain moves from state to state. With probabilities in between nearly nothing of the
chance is left, and all dreams drift to the same average.

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
        _, _, means, _ = gibbs_step(states, W, b, c, rng)
        states = means
    for W, b, _ in reversed(lower):
        means = sigmoid(states @ W.T + b)
        states = (rng.random(means.shape) < means).astype(float)
    return states, means
