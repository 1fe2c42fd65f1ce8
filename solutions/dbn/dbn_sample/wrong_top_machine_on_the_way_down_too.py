"""Goes down through the top machine after its chain.

The states of the chain are those *below* the top already. The way down starts with the
next machine; the top one belongs to the chain alone.

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
    W, b, c = stack[-1]
    states = means = v
    for _ in range(steps):
        _, _, means, states = gibbs_step(states, W, b, c, rng)
    for W, b, _ in reversed(stack):
        means = sigmoid(states @ W.T + b)
        states = (rng.random(means.shape) < means).astype(float)
    return states, means
