"""Runs the Gibbs chain up and down through the whole stack.

That would be right if all connections went both ways. In a DBN only the top two layers are
undirected: the layers below are a way down, and the way up through them is a guess that was
made for recognition. Such a chain samples from no model at all.

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
        for w, a, _ in reversed(lower):
            p = sigmoid(states @ w.T + a)
            states = (rng.random(p.shape) < p).astype(float)
        for w, _, a in lower:
            p = sigmoid(states @ w + a)
            states = (rng.random(p.shape) < p).astype(float)
    for W, b, _ in reversed(lower):
        means = sigmoid(states @ W.T + b)
        states = (rng.random(means.shape) < means).astype(float)
    return states, means
