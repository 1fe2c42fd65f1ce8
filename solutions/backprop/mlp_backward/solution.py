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
    grads = []
    # The logits are the last pre-activation, with no ReLU in between.
    dz = dlogits
    for k in reversed(range(len(params))):
        W, _ = params[k]
        fed, _ = cache[k]
        dfed, dW, db = linear_backward(fed, W, dz)
        grads.append((dW, db))
        if k > 0:
            # What fed this layer is the ReLU of the pre-activation below.
            _, z_below = cache[k - 1]
            dz = dfed * (z_below > 0)
    # They were found last layer first.
    return grads[::-1]
