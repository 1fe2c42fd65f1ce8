"""Another right way: lists of velocities made at the first step, numpy's ufuncs with `out`."""

import numpy as np


def sgd_step(params, grads, state, lr, momentum=0.0, nesterov=False):
    if "velocities" not in state:
        state["velocities"] = [np.zeros(np.shape(p)) for p in params]
    speeds = state["velocities"]
    for k in range(len(params)):
        np.multiply(speeds[k], momentum, out=speeds[k])
        np.add(speeds[k], grads[k], out=speeds[k])
        change = (
            np.asarray(grads[k]) + speeds[k] * momentum
            if nesterov
            else speeds[k]
        )
        params[k][...] = params[k] - lr * change
