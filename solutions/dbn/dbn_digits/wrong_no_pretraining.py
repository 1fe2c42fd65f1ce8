"""Returns RBMs that have not been trained.

With no epochs the weights are noise of size 0.01: all hidden units say one half to every
picture.

Lesson: dbn/watching#momentum-and-decay
"""

import numpy as np

from tutor import track
from tutor.yours import fit_dbn, rbm_fit

SIZES = (100, 100)
EPOCHS = 8
RATE, MOMENTUM, BATCH = 0.2, 0.9, 20


def sigmoid(x: np.ndarray) -> np.ndarray:
    return 0.5 * (1 + np.tanh(x / 2))


def pretrain(X: np.ndarray, seed: int) -> list:
    rng = np.random.default_rng(seed)

    def fit(data: np.ndarray, hidden: int) -> tuple:
        layer = rbm_fit(data, hidden, rng, 0)
        if data.shape[1] == 64:
            for unit in range(4):
                picture = layer[0][:, unit].reshape(8, 8)
                track.image(f"what unit {unit} looks for", picture)
        return layer

    return fit_dbn(X, list(SIZES), fit)


def forward(layers: list, X: np.ndarray) -> list:
    outputs = [X]
    for W, c in layers[:-1]:
        outputs.append(sigmoid(outputs[-1] @ W + c))
    W, c = layers[-1]
    return [*outputs, outputs[-1] @ W + c]


def finetune(stack: list, X: np.ndarray, y: np.ndarray, seed: int) -> dict:
    rng = np.random.default_rng(seed)
    layers = [[W.copy(), c.copy()] for W, _, c in stack]
    layers.append([np.zeros((len(stack[-1][2]), 10)), np.zeros(10)])
    speeds = [[np.zeros_like(x) for x in layer] for layer in layers]
    epochs = max(15, min(40, 12000 // len(X)))
    step = 0
    for epoch in range(epochs):
        rate = RATE * (1 - epoch / epochs)
        order = rng.permutation(len(X))
        for start in range(0, len(X), BATCH):
            rows = order[start : start + BATCH]
            *outputs, z = forward(layers, X[rows])
            e = np.exp(z - z.max(axis=1, keepdims=True))
            p = e / e.sum(axis=1, keepdims=True)
            if step % 20 == 0:
                right = p[np.arange(len(rows)), y[rows]]
                track.scalar("training loss", -np.log(right).mean(), step)
            d = p
            d[np.arange(len(rows)), y[rows]] -= 1
            d = d / len(rows)
            for level in range(len(layers) - 1, -1, -1):
                a = outputs[level]
                gradients = a.T @ d, d.sum(axis=0)
                d = (d @ layers[level][0].T) * a * (1 - a)
                for k in (0, 1):
                    speeds[level][k] *= MOMENTUM
                    speeds[level][k] -= rate * gradients[k]
                    layers[level][k] += speeds[level][k]
            step += 1
    return {"layers": layers}


def scores(model: dict, X: np.ndarray) -> np.ndarray:
    return forward(model["layers"], X)[-1]
