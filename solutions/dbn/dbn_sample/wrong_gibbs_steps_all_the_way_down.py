"""Takes a Gibbs step in every layer on the way down.

Below the top all arrows point down. A step that goes up again first asks the machine to
recognise, which it does only during training.

Lesson: dbn/stacking#half-directed-half-not
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
    for W, b, c in reversed(lower):
        means = sigmoid(states @ W.T + b)
        states = (rng.random(means.shape) < means).astype(float)
        _, _, means, states = gibbs_step(states, W, b, c, rng)
    return states, means
