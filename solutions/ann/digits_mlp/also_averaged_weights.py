"""Another right way: plain steps, two hidden layers, averaged weights."""

import numpy as np

from tutor.yours import mlp_forward, softmax

EPOCHS = 60
LAST = 20


def initialise(sizes, rng):
    params = []
    for i in range(1, len(sizes)):
        bound = (3 / sizes[i - 1]) ** 0.5
        W = rng.uniform(-bound, bound, size=(sizes[i - 1], sizes[i]))
        params.append((W, rng.uniform(-0.1, 0.1, size=sizes[i])))
    return params


def backward(params, cache, delta):
    """Yield the gradients of each layer, the last layer first."""
    for (W, _), (entered, _) in zip(
        reversed(params), reversed(cache), strict=True
    ):
        yield entered.T @ delta, delta.sum(axis=0)
        delta = delta @ W.T * (entered > 0)


def train(X, y, seed):
    generator = np.random.default_rng(seed)
    pixels, truth = X / 8 - 1, np.eye(10)[y]
    params = initialise((64, 96, 48, 10), generator)
    total = [(0 * W, 0 * b) for W, b in params]
    for epoch in range(EPOCHS):
        order = generator.permutation(len(X))
        for batch in np.array_split(order, max(1, len(X) // 20)):
            noisy = pixels[batch] + generator.normal(0, 0.5, (len(batch), 64))
            logits, cache = mlp_forward(params, noisy)
            delta = (softmax(logits) - truth[batch]) / len(batch)
            slopes = list(backward(params, cache, delta))[::-1]
            params = [
                (W - 0.1 * dW, b - 0.1 * db)
                for (W, b), (dW, db) in zip(params, slopes, strict=True)
            ]
        if epoch >= EPOCHS - LAST:
            total = [
                (W + P / LAST, b + p / LAST)
                for (W, b), (P, p) in zip(total, params, strict=True)
            ]
    return {"mean": 8.0, "range": 8.0, "layers": total}


def scores(model, X):
    scaled = (X - model["mean"]) / model["range"]
    return mlp_forward(model["layers"], scaled)[0]
