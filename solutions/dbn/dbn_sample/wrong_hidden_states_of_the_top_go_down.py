"""Sends the hidden states of the top machine down.

The layer below the top is the *visible* side of the top machine. Its hidden side lies one
floor higher, and its states have no weights to the layers below; with layers of one size
nothing crashes.

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
    if steps and lower:
        h = sigmoid(v @ W + c)
        states = np.resize((h > 0.5).astype(float), states.shape)
    for W, b, _ in reversed(lower):
        means = sigmoid(states @ W.T + b)
        states = (rng.random(means.shape) < means).astype(float)
    return states, means
