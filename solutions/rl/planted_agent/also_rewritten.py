"""Every function written anew."""

import numpy as np

FOUND = {
    "choose": "sound",
    "sarsa_target": "sound",
    "mean_after": "wrong count",
    "returns": "reset at the wrong step",
    "q_target": "time limit taken for an end",
    "fade": "factor missing",
    "look_ahead": "end overlooked",
}


def choose(values, epsilon, rng):
    size = len(values)
    share = np.full(size, epsilon / size)
    top = values >= max(values)
    share[top] += (1 - epsilon) / top.sum()
    return int(rng.choice(size, p=share))


def mean_after(mean, count, value):
    return ((count - 1) * mean + value) / count


def returns(rewards, ended, gamma):
    out = [0.0] * len(rewards)
    for t in range(len(rewards) - 1, -1, -1):
        out[t] = float(rewards[t])
        if not ended[t]:
            out[t] += gamma * out[t + 1]
    return np.array(out)


def q_target(reward, after, terminated, truncated, gamma):
    return reward + (0 if terminated else gamma * max(after))


def sarsa_target(reward, after, action, terminated, truncated, gamma):
    return reward + (0 if terminated else gamma * after[action])


def fade(trace, state, gamma, lam):
    new = [gamma * lam * e for e in trace]
    new[state] += 1.0
    return np.array(new)


def look_ahead(outcomes, V, gamma):
    now = sum(p * r for p, _, r, _ in outcomes)
    later = sum(p * V[n] for p, n, _, end in outcomes if not end)
    return float(now + gamma * later)
