"""One transition at a time, all with the weights from before the step."""

import numpy as np


def td_step(w, X, rewards, X_next, terminated, gamma, rate):
    count, change, errors = len(X), [0.0] * len(w), []
    for row, reward, after, over in zip(
        X, rewards, X_next, terminated, strict=True
    ):
        now = sum(a * b for a, b in zip(w, row, strict=True))
        target = float(reward)
        if not over:
            target += gamma * sum(a * b for a, b in zip(w, after, strict=True))
        errors.append(target - now)
        for d, feature in enumerate(row):
            change[d] += errors[-1] * feature / count
    return np.array(w) + rate * np.array(change), np.array(errors)
