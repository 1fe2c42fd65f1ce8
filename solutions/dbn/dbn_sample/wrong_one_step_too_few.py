"""Takes one Gibbs step less than asked for.

The start counts as none of the steps: `steps` is how often the chain goes up and down.

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
    for _ in range(steps - 1):
        _, _, means, states = gibbs_step(states, W, b, c, rng)
    for W, b, _ in reversed(lower):
        means = sigmoid(states @ W.T + b)
        states = (rng.random(means.shape) < means).astype(float)
    return states, means
