"""Another right way: what is lost by Pythagoras, and counting in sorted scores."""

import numpy as np


def novelty(train, held, new, k, alarms):
    mean = train.mean(axis=0)
    W = np.linalg.svd(train - mean, full_matrices=False)[2][:k]

    def lost(X):
        gap = X - mean
        return np.maximum((gap**2).sum(1) - ((gap @ W.T) ** 2).sum(1), 0)

    place = len(held) - 1 - alarms
    limit = np.partition(lost(held), place)[place]
    return lost(new), limit, np.greater(lost(new), limit)


def auc(normal, odd):
    ordered = np.sort(normal)
    below = np.searchsorted(ordered, odd, side="left")
    not_above = np.searchsorted(ordered, odd, side="right")
    return (below + not_above).sum() / (2 * len(odd) * len(normal))
