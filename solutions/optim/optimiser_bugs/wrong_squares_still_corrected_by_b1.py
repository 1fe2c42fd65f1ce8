"""Leaves `adam_decay` with the correction of one average on the other.

The average of squares keeps 0.999 of itself, so it is short of far more at the start than
the average of gradients. Corrected by the same number it stays too small, and the steps too
long: ten times at first. Ask for the length of a first step without decay.

Lesson: optim/adaptive_steps#the-first-steps
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
    v_hat = state["v"] / (1 - B1 ** state["t"])
    return (1 - lr * decay) * w - lr * m_hat / (np.sqrt(v_hat) + EPS)


def rate_at(step, base, warmup, total):
    if step < warmup:
        return base * step / warmup
    done = (min(step, total) - warmup) / (total - warmup)
    return base * (1 + math.cos(math.pi * done)) / 2


def clip(grads, limit):
    norm = math.sqrt(sum((g**2).sum() for g in grads))
    return [g * limit / max(norm, limit) for g in grads]


def drop(X, p, rng, train):
    if not train:
        return X
    return X * (rng.random(X.shape) >= p) / (1 - p)
