"""Another right way: momentum, noise on the signals, one wide layer."""

import numpy as np

from tutor.yours import init_weights, sgd_step

PLAIN = {"shift": 0, "noise": 0.0, "falling": False}
RECIPE = {"shift": 4, "noise": 0.05, "falling": True}


def train(X, y, recipe, seed):
    rng = np.random.default_rng(seed)
    arrays = [
        init_weights((40, 400), "he_normal", rng),
        np.zeros(400),
        init_weights((400, 10), "he_normal", rng),
        np.zeros(10),
    ]
    memory, epochs, size = {}, 60, 50
    for epoch in range(epochs):
        rate = 0.1 * (1 - epoch / epochs) if recipe["falling"] else 0.1
        for batch in np.array_split(rng.permutation(len(X)), len(X) // size):
            places = np.arange(40) + np.zeros((len(batch), 1), int)
            if recipe["shift"]:
                most = recipe["shift"]
                places = places + rng.integers(
                    -most, most + 1, (len(batch), 1)
                )
            inputs = X[batch[:, None], places % 40]
            inputs = inputs + recipe["noise"] * rng.normal(size=inputs.shape)
            W1, b1, W2, b2 = arrays
            a = np.maximum(inputs @ W1 + b1, 0)
            z = a @ W2 + b2
            p = np.exp(z - z.max(axis=1, keepdims=True))
            p /= p.sum(axis=1, keepdims=True)
            p[np.arange(len(batch)), y[batch]] -= 1
            d = p / len(batch)
            back = (d @ W2.T) * (a > 0)
            slopes = [inputs.T @ back, back.sum(0), a.T @ d, d.sum(0)]
            sgd_step(arrays, slopes, memory, rate, 0.9)
    return {"arrays": arrays}


def scores(model, X):
    W1, b1, W2, b2 = model["arrays"]
    return np.maximum(X @ W1 + b1, 0) @ W2 + b2


def ablation(recipe, plain):
    names = [key for key in plain if plain[key] != recipe[key]]
    table = [("full", recipe.copy())]
    for name in names:
        row = recipe.copy()
        row[name] = plain[name]
        table.append(("without " + name, row))
    table.append(("plain", plain.copy()))
    return table
