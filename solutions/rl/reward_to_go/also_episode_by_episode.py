"""Splits the record into episodes and sums each tail with powers of gamma."""

import numpy as np


def reward_to_go(rewards, terminated, gamma, truncated=None, after=None):
    count = len(rewards)
    if truncated is None:
        truncated = [False] * count
    if after is None:
        after = [0.0] * count
    result, first = [], 0
    for t in range(count):
        if not (terminated[t] or truncated[t] or t == count - 1):
            continue
        episode = [float(r) for r in rewards[first : t + 1]]
        tail = 0.0 if terminated[t] else float(after[t])
        for start in range(len(episode)):
            left = [*episode[start:], tail]
            result.append(sum(r * gamma**k for k, r in enumerate(left)))
        first = t + 1
    kind = np.float32 if rewards.dtype == np.float32 else np.float64
    return np.array(result, dtype=kind)
