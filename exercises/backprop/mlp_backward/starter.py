"""The backward pass of a multi-layer network."""

import numpy as np

from tutor.yours import linear_backward

Pair = tuple[np.ndarray, np.ndarray]


def mlp_backward(
    params: list[Pair], cache: list[Pair], dlogits: np.ndarray
) -> list[Pair]:
    """Return the gradients of all weights and biases of a ReLU network.

    Args:
        params: one (W, b) per layer, W (D_in, D_out) and b (D_out,).
        cache: one (input, pre-activation) per layer, first layer first.
        dlogits: gradient of the loss with respect to the logits, (N, C).

    Returns:
        One (dW, db) per layer, first layer first.
    """
    # TODO: from the last layer to the first: its dW and db, then through the
    # ReLU below it.
    raise NotImplementedError
