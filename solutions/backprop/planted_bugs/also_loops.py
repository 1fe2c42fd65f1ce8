"""Another right way: sample by sample, and the Jacobian of each row."""

import numpy as np

EPS = 1e-5

FOUND = {
    "loss_backward": "sum for mean",
    "layernorm_backward": "path missing",
    "tanh_backward": "sound",
    "affine_backward": "mean for sum",
}


def affine_forward(X, W, b):
    return np.stack([x @ W + b for x in X])


def affine_backward(dY, X, W):
    dW, db = np.zeros(W.shape), np.zeros(W.shape[1])
    dX = np.zeros(X.shape)
    for n, (x, dy) in enumerate(zip(X, dY, strict=True)):
        dX[n] = W @ dy
        dW += np.outer(x, dy)
        db += dy
    return dX, dW, db


def tanh_forward(X):
    return 1 - 2 / (np.exp(2 * X) + 1)


def tanh_backward(dY, Y):
    return dY - dY * Y * Y


def layernorm_forward(X, gamma, beta):
    rows = [(x - x.mean()) / (x.var() + EPS) ** 0.5 for x in X]
    return np.array(rows) * gamma + beta


def layernorm_backward(dY, X, gamma):
    dX, dgamma, dbeta = np.zeros(X.shape), 0 * gamma, 0 * gamma
    for n, (x, dy) in enumerate(zip(X, dY, strict=True)):
        size, spread = len(x), (x.var() + EPS) ** 0.5
        unit = (x - x.mean()) / spread
        jacobian = np.eye(size) - 1 / size - np.outer(unit, unit) / size
        dX[n] = jacobian @ (dy * gamma) / spread
        dgamma += dy * unit
        dbeta += dy
    return dX, dgamma, dbeta


def log_softmax(logits):
    return logits - np.logaddexp.reduce(logits, axis=1)[:, None]


def loss_forward(logits, y):
    return float(
        np.mean(
            [-row[k] for row, k in zip(log_softmax(logits), y, strict=True)]
        )
    )


def loss_backward(logits, y):
    truth = np.eye(logits.shape[1])[y]
    return (np.exp(log_softmax(logits)) - truth) / logits.shape[0]
