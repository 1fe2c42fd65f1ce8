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
    if len(shape) == 2:
        fan_in, fan_out = shape
    else:
        outputs, channels, height, width = shape
        fan_in = channels * height * width
        fan_out = outputs * height * width
    if kind == "he_normal":
        # ReLU lets half of the square pass: the 2 makes up for it.
        return rng.normal(0, np.sqrt(2 / fan_in), shape)
    # Forward wants 1 / fan_in, backward 1 / fan_out: this is between.
    std = np.sqrt(2 / (fan_in + fan_out))
    if kind == "xavier_normal":
        return rng.normal(0, std, shape)
    if kind == "xavier_uniform":
        # A uniform number in (-a, a) has standard deviation a / sqrt(3).
        return rng.uniform(-np.sqrt(3) * std, np.sqrt(3) * std, shape)
    raise ValueError(f"no such kind of weights: {kind!r}")
