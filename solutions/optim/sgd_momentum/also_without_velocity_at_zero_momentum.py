"""Another right way: as torch does it, a copy of the first gradient."""

import numpy as np


def sgd_step(params, grads, state, lr, momentum=0.0, nesterov=False):
    for number, weights in enumerate(params):
        slope = np.copy(grads[number])
        if momentum:
            buffer = state.setdefault("buffers", {}).get(number)
            if buffer is None:
                buffer = slope.copy()
            else:
                buffer *= momentum
                buffer += slope
            state["buffers"][number] = buffer
            slope = slope + momentum * buffer if nesterov else buffer
        np.subtract(weights, lr * slope, out=weights)
