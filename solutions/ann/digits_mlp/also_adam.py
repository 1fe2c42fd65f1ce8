"""Another right way: one scale for all pixels, einsum, and Adam."""

from itertools import pairwise

import numpy as np

from tutor.yours import mlp_forward, softmax, standardise


def initialise(sizes, rng):
    return [
        [
            rng.standard_normal((fan_in, fan_out)) / fan_in**0.5,
            np.zeros(fan_out),
        ]
        for fan_in, fan_out in pairwise(sizes)
    ]


def gradients(params, cache, probs, y):
    slopes = [None] * len(params)
    error = (probs - np.eye(probs.shape[1])[y]) / len(y)
    for layer in range(len(params) - 1, -1, -1):
        entered, _ = cache[layer]
        slopes[layer] = [np.einsum("nd,nh->dh", entered, error), error.sum(0)]
        if layer:
            error = error @ params[layer][0].T
            error[cache[layer - 1][1] <= 0] = 0
    return slopes


def like(images, new):
    """Scale new pixels by the mean and deviation of all old ones."""
    _, column = standardise(images.reshape(-1, 1), new.reshape(-1, 1))
    return column.reshape(new.shape)


def train(X, y, seed, passes=50, size=32, rate=0.01):
    random = np.random.default_rng([seed, 1])
    scaled = like(X, X)
    net = initialise([64, 100, 10], random)
    first = [[np.zeros_like(part) for part in layer] for layer in net]
    second = [[np.zeros_like(part) for part in layer] for layer in net]
    count, total = 0, passes * -(-len(X) // size)
    for _ in range(passes):
        for chosen in np.split(
            random.permutation(len(X)), range(size, len(X), size)
        ):
            count += 1
            noise = 0.7 * random.standard_normal((len(chosen), 64))
            logits, cache = mlp_forward(net, scaled[chosen] + noise)
            slopes = gradients(net, cache, softmax(logits), y[chosen])
            now = rate * (1 - count / total)
            for i, layer in enumerate(net):
                for j in (0, 1):
                    first[i][j] = 0.9 * first[i][j] + 0.1 * slopes[i][j]
                    second[i][j] = (
                        0.999 * second[i][j] + 0.001 * slopes[i][j] ** 2
                    )
                    m = first[i][j] / (1 - 0.9**count)
                    v = second[i][j] / (1 - 0.999**count)
                    layer[j] = layer[j] - now * m / (v**0.5 + 1e-8)
    return {"net": net, "images": X}


def scores(model, X):
    return mlp_forward(model["net"], like(model["images"], X))[0]
