"""Sample a DBN from the top."""

import numpy as np

from tutor.yours import gibbs_step

Layer = tuple[np.ndarray, np.ndarray, np.ndarray]


def sigmoid(x: np.ndarray) -> np.ndarray:
    """Return the sigmoid of every entry; tanh does not overflow."""
    return 0.5 * (1 + np.tanh(x / 2))


def sample_dbn(
    stack: list[Layer],
    v: np.ndarray,
    steps: int,
    rng: np.random.Generator,
) -> tuple[np.ndarray, np.ndarray]:
    """Return pictures that the network dreams.

    Args:
        stack: layers (W, b, c), from the bottom up.
        v: states of the layer below the top, shape (N, K).
        steps: Gibbs steps in the top machine.
        rng: the source of chance.

    Returns:
        (states, means) of the bottom layer, shape (N, D): draws, and the
        probabilities that they were drawn from.
    """
    # TODO: a Gibbs chain in the top machine, then one pass down.
    raise NotImplementedError
