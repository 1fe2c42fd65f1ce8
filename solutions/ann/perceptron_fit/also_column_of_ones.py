"""Another right way: the bias is the weight of a column of ones."""

import numpy as np


def perceptron_fit(points, targets, epochs=100):
    n, d = points.shape
    wide = np.concatenate([points, np.ones((n, 1))], axis=1)
    theta = np.zeros(d + 1)
    history = []
    while len(history) < epochs and (not history or history[-1] > 0):
        count = 0
        for i in range(n):
            if np.sign(np.einsum("d,d->", wide[i], theta)) != targets[i]:
                theta += wide[i] * targets[i]
                count += 1
        history.append(count)
    return theta[:d].copy(), theta[d], history
