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
    # TODO: one dense layer after the other, with ReLU in between.
    raise NotImplementedError
