"""Another right way: one entry at a time, the correction folded into the step size."""

import math

import numpy as np


def adam_step(w, g, state, lr=0.001, b1=0.9, b2=0.999, eps=1e-8):
    if not state:
        state["t"] = 0
        state["m"] = np.zeros(np.shape(w))
        state["v"] = np.zeros(np.shape(w))
    state["t"] += 1
    short1 = 1 - b1 ** state["t"]
    short2 = math.sqrt(1 - b2 ** state["t"])
    moved = np.empty(np.shape(w))
    for place in np.ndindex(np.shape(w)):
        slope = float(g[place])
        state["m"][place] += (1 - b1) * (slope - state["m"][place])
        state["v"][place] += (1 - b2) * (slope * slope - state["v"][place])
        root = math.sqrt(state["v"][place]) / short2
        moved[place] = w[place] - lr / short1 * state["m"][place] / (
            root + eps
        )
    return moved
