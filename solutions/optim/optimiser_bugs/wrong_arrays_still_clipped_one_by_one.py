"""Leaves `clip` with a length and a factor for each array.

A long array is shortened and a short one is not, so that their ratio changes: the step goes
in another direction. Give it one long and one short array, and compare what comes out.

Lesson: optim/schedules#clipping
"""

import math

import numpy as np

B1, B2, EPS = 0.9, 0.999, 1e-8

FOUND = {
    "ball_step": "sound",
    "adam_decay": "wrong constant",
    "rate_at": "wrong origin",
    "clip": "one by one",
    "drop": "wrong mode",
}


def ball_step(w, g, v, lr, momentum):
    v = momentum * v + g
    return w - lr * v, v


def adam_decay(w, g, state, lr, decay):
    state["t"] = state.get("t", 0) + 1
    state["m"] = B1 * state.get("m", 0.0) + (1 - B1) * g
    state["v"] = B2 * state.get("v", 0.0) + (1 - B2) * g**2
    m_hat = state["m"] / (1 - B1 ** state["t"])
    v_hat = state["v"] / (1 - B2 ** state["t"])
    return (1 - lr * decay) * w - lr * m_hat / (np.sqrt(v_hat) + EPS)


def rate_at(step, base, warmup, total):
    if step < warmup:
        return base * step / warmup
    done = (min(step, total) - warmup) / (total - warmup)
    return base * (1 + math.cos(math.pi * done)) / 2


def clip(grads, limit):
    norms = [math.sqrt((g**2).sum()) for g in grads]
    return [
        g * limit / max(norm, limit)
        for g, norm in zip(grads, norms, strict=True)
    ]


def drop(X, p, rng, train):
    if not train:
        return X
    return X * (rng.random(X.shape) >= p) / (1 - p)
