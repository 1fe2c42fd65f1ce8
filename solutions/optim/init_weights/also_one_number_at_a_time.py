"""Another right way: Python floats, one draw per weight."""

import numpy as np


def init_weights(shape, kind, rng):
    window = 1
    for extent in shape[2:]:
        window *= extent
    dense = len(shape) == 2
    n_in = shape[0] if dense else shape[1] * window
    n_out = shape[1] if dense else shape[0] * window
    if kind not in ("xavier_uniform", "xavier_normal", "he_normal"):
        raise ValueError(kind)
    flat = []
    for _ in range(n_in * n_out // window):
        if kind == "xavier_uniform":
            flat.append((2 * rng.random() - 1) * (6 / (n_in + n_out)) ** 0.5)
        elif kind == "xavier_normal":
            flat.append(rng.normal() * (2 / (n_in + n_out)) ** 0.5)
        else:
            flat.append(rng.normal() * (2 / n_in) ** 0.5)
    return np.array(flat).reshape(shape)
