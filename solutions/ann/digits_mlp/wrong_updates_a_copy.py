"""Computes new weights and throws them away.

`value = value + speed` builds a new array and gives it the name `value`; the
array in `params` stays as it was. After 60 epochs the network is still the one
it began as, and on the same images the loss has not moved in any digit: a loss
that is *exactly* flat does not mean that learning is slow. Either write into
the array that is there, or put the new one back into the list.

Lesson: ann/layers#views-and-copies
"""

from itertools import pairwise

import numpy as np

from tutor.yours import mlp_forward, softmax

HIDDEN = 128
EPOCHS = 60
BATCH = 32
RATE = 0.1
MOMENTUM = 0.9
NOISE = 0.3


def initialise(sizes, rng):
    params = []
    for fan_in, fan_out in pairwise(sizes):
        W = rng.normal(0, np.sqrt(2 / fan_in), (fan_in, fan_out))
        params.append((W, np.zeros(fan_out)))
    return params


def gradients(params, cache, probs, y):
    delta = probs.copy()
    delta[np.arange(len(y)), y] -= 1
    delta /= len(y)
    grads = []
    for layer in reversed(range(len(params))):
        inputs, _ = cache[layer]
        grads.append((inputs.T @ delta, delta.sum(axis=0)))
        if layer > 0:
            _, z_below = cache[layer - 1]
            delta = (delta @ params[layer][0].T) * (z_below > 0)
    return grads[::-1]


def train(X, y, seed):
    rng = np.random.default_rng(seed)
    cut = len(X) - len(X) // 10
    inputs = X[:cut] / 16
    params = initialise((64, HIDDEN, 10), rng)
    velocity = [(np.zeros_like(W), np.zeros_like(b)) for W, b in params]
    for epoch in range(EPOCHS):
        rate = RATE * (1 - epoch / EPOCHS)
        order = rng.permutation(cut)
        for start in range(0, cut, BATCH):
            batch = order[start : start + BATCH]
            noisy = inputs[batch] + rng.normal(0, NOISE, (len(batch), 64))
            logits, cache = mlp_forward(params, noisy)
            grads = gradients(params, cache, softmax(logits), y[batch])
            _descend(params, velocity, grads, rate)
    return {"params": params}


def _descend(params, velocity, grads, rate):
    for layer, speeds, slopes in zip(params, velocity, grads, strict=True):
        for value, speed, slope in zip(layer, speeds, slopes, strict=True):
            speed *= MOMENTUM
            speed -= rate * slope
            value = value + speed


def scores(model, X):
    logits, _ = mlp_forward(model["params"], X / 16)
    return logits
