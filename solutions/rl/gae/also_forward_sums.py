"""For each step, the weighted sum of the errors ahead, written out."""

import numpy as np


def gae(rewards, values, next_values, terminated, truncated, gamma, lam):
    flat = [
        np.reshape(a, (len(a), -1))
        for a in (rewards, values, next_values, terminated, truncated)
    ]
    r, v, v_next, ends, stops = flat
    result = np.zeros(r.shape)
    for n in range(r.shape[1]):
        for start in range(r.shape[0]):
            weight = 1.0
            for t in range(start, r.shape[0]):
                target = r[t, n]
                if not ends[t, n]:
                    target = target + gamma * v_next[t, n]
                result[start, n] += weight * (target - v[t, n])
                weight *= gamma * lam
                if ends[t, n] or stops[t, n]:
                    break
    return result.reshape(np.shape(rewards))
