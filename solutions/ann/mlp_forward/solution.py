"""The forward pass of a multi-layer network."""

import numpy as np

Layer = tuple[np.ndarray, np.ndarray]
Cache = list[tuple[np.ndarray, np.ndarray]]


def mlp_forward(
    params: list[Layer], X: np.ndarray
) -> tuple[np.ndarray, Cache]:
    """Return the logits of a ReLU network, and what backward will need.

    Args:
        params: one (W, b) per layer, W (D_in, D_out) and b (D_out,).
        X: samples in rows, shape (N, D).

    Returns:
        logits: pre-activation of the last layer, shape (N, C).
        cache: one (input, pre-activation) per layer, first layer first.
    """
    cache = []
    a = X
    for W, b in params:
        z = a @ W + b
        cache.append((a, z))
        # A new array: writing ReLU into z would change what the cache holds.
        a = np.maximum(z, 0)
    # The ReLU after the last layer is computed and left unused, which keeps
    # the loop free of a special case: the logits are z, not a.
    return z, cache
