"""Passes probabilities down instead of draws.

Averages blur: the layer below is told that every feature is half there. A DBN draws every
layer, and only the very last may be shown as probabilities. The symptom: all dreams look
like the same grey smear.

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
    below = states
    for W, b, _ in reversed(lower):
        means = below = sigmoid(below @ W.T + b)
        states = (rng.random(means.shape) < means).astype(float)
    return states, means
