"""Returns the means of the bottom layer as states.

The states are draws, 0 or 1, and the means the probabilities that they were drawn from. A
picture is a draw; the mean of it shows what the layer above leaves open.

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
        states = (rng.random(means.shape) < means).astype(float)
    return means, means
