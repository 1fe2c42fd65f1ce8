"""Leaves the recipe plain.

The table has two rows, and both are the same. Copy `PLAIN` and switch its parts on.

Lesson: optim/ablation#one-change-per-row
"""

from itertools import pairwise

import numpy as np

from tutor.yours import (
    adamw_step,
    cross_entropy,
    dropout,
    init_weights,
    lr_at,
    softmax,
)

# What a recipe may switch on. PLAIN has all of it off.
PLAIN = {"shift": 0, "dropout": 0.0, "decay": 0.0, "schedule": False}
RECIPE = dict(PLAIN)

HIDDEN = 128
EPOCHS = 25
BATCH = 50
RATE = 0.01


def loss_and_gradients(params, X, y, p, rng):
    inputs = [X]
    for W, b in zip(params[:-2:2], params[1:-2:2], strict=True):
        a = np.maximum(inputs[-1] @ W + b, 0)
        inputs.append(dropout(a, p, rng))
    logits = inputs[-1] @ params[-2] + params[-1]
    delta = softmax(logits)
    delta[np.arange(len(y)), y] -= 1
    delta /= len(y)
    grads = []
    for layer in reversed(range(len(inputs))):
        grads = [inputs[layer].T @ delta, delta.sum(axis=0), *grads]
        if layer:
            # What lived in ReLU and dropout passes on, enlarged as it was.
            alive = (inputs[layer] > 0) / (1 - p)
            delta = (delta @ params[2 * layer].T) * alive
    return cross_entropy(logits, y), grads


def shifted(X, most, rng):
    if not most:
        return X
    turns = rng.integers(-most, most + 1, (len(X), 1))
    return np.take_along_axis(X, (np.arange(40) - turns) % 40, axis=1)


def train(X, y, recipe, seed):
    rng = np.random.default_rng(seed)
    held = len(X) // 10
    own, labels = X[held:], y[held:]
    params = []
    for shape in pairwise((40, HIDDEN, HIDDEN, 10)):
        params += [init_weights(shape, "he_normal", rng), np.zeros(shape[1])]
    total = EPOCHS * -(-len(own) // BATCH)
    step, state = 0, {}
    for _ in range(EPOCHS):
        order = rng.permutation(len(own))
        for start in range(0, len(own), BATCH):
            batch = order[start : start + BATCH]
            inputs = shifted(own[batch], recipe["shift"], rng)
            _, grads = loss_and_gradients(
                params, inputs, labels[batch], recipe["dropout"], rng
            )
            rate = RATE
            if recipe["schedule"]:
                rate = lr_at(step, RATE, total // 10, total)
            adamw_step(params, grads, state, lr=rate, decay=recipe["decay"])
            step += 1
    return {"params": params}


def scores(model, X):
    a, params = X, model["params"]
    for W, b in zip(params[:-2:2], params[1:-2:2], strict=True):
        a = np.maximum(a @ W + b, 0)
    return a @ params[-2] + params[-1]


def ablation(recipe, plain):
    rows = [("full", dict(recipe))]
    for key, off in plain.items():
        if recipe[key] != off:
            # From the full recipe each time: one change per row.
            rows.append((f"without {key}", {**recipe, key: off}))
    return [*rows, ("plain", dict(plain))]
