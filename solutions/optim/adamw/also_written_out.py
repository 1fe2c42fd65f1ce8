"""Another right way: all averages written out, nothing borrowed."""

import numpy as np


def adamw_step(
    params, grads, state, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, decay=1e-2
):
    if not state:
        state["count"] = 0
        state["mean"] = [np.zeros_like(p) for p in params]
        state["square"] = [np.zeros_like(p) for p in params]
    state["count"] += 1
    low, high = betas
    first = 1.0 - low ** state["count"]
    second = 1.0 - high ** state["count"]
    for weights, slope, mean, square in zip(
        params, grads, state["mean"], state["square"], strict=True
    ):
        mean[...] = low * mean + (1 - low) * slope
        square[...] = high * square + (1 - high) * np.square(slope)
        step = (mean / first) / (np.sqrt(square / second) + eps)
        pull = decay * weights if len(weights.shape) >= 2 else 0.0
        weights -= lr * (step + pull)
