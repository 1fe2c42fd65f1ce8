"""Another right way: lists and loops, numpy only for the answer."""

import numpy as np


def perceptron_fit(X, y, epochs=100):
    rows, labels = X.tolist(), y.tolist()
    weights, bias, counts = [0.0] * X.shape[1], 0, []
    for _ in range(epochs):
        missed = 0
        for row, label in zip(rows, labels, strict=True):
            score = bias
            for weight, value in zip(weights, row, strict=True):
                score += weight * value
            right = score > 0 if label == 1 else score < 0
            if not right:
                for d, value in enumerate(row):
                    weights[d] += label * value
                bias += label
                missed += 1
        counts.append(missed)
        if missed == 0:
            break
    return np.array(weights), bias, counts
