"""Another right way: Adam's move is measured, then both are subtracted."""

import numpy as np

from tutor.yours import adam_step


def adamw_step(
    params,
    grads,
    state,
    lr=0.001,
    betas=(0.9, 0.999),
    eps=0.00000001,
    decay=0.01,
):
    for key in range(len(params)):
        origin = np.zeros_like(params[key])
        memory = state.get(key, {})
        move = adam_step(
            origin,
            grads[key],
            memory,
            lr=lr,
            b1=betas[0],
            b2=betas[1],
            eps=eps,
        )
        state[key] = memory
        factor = 1.0 if np.ndim(params[key]) < 2 else 1.0 - lr * decay
        np.add(factor * params[key], move, out=params[key])
