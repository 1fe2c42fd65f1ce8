"""First weights that keep the size of a signal."""

import numpy as np


def init_weights(
    shape: tuple[int, ...], kind: str, rng: np.random.Generator
) -> np.ndarray:
    """Return random first weights.

    Args:
        shape: (inputs, outputs) of a dense layer, or (outputs, channels,
            height, width) of a convolution.
        kind: "xavier_uniform", "xavier_normal" or "he_normal".
        rng: where the random numbers come from.

    Returns:
        Weights of this shape, float64.

    Raises:
        ValueError: `kind` is none of the three.
    """
    # TODO: fan-in and fan-out from the shape, then draw.
    raise NotImplementedError
