"""Fades the traces of the caller in place.

`*=` works on the very array that was passed in. The caller compares before
and after, and finds them equal.

Lesson: rl/learning_from_episodes#traces
"""

import numpy as np

FOUND = {
    "choose": "sound",
    "mean_after": "wrong count",
    "returns": "reset at the wrong step",
    "q_target": "time limit taken for an end",
    "sarsa_target": "sound",
    "fade": "factor missing",
    "look_ahead": "end overlooked",
}


def choose(values, epsilon, rng):
    if rng.random() >= epsilon:
        best = np.flatnonzero(values == values.max())
        return int(rng.choice(best))
    return int(rng.integers(len(values)))


def mean_after(mean, count, value):
    return mean + (value - mean) / count


def returns(rewards, ended, gamma):
    result, future = (np.zeros(len(rewards)), 0.0)
    for t in reversed(range(len(rewards))):
        future = rewards[t] + gamma * future * (not ended[t])
        result[t] = future
    return result


def q_target(reward, after, terminated, truncated, gamma):
    if terminated:
        return reward
    return reward + gamma * float(after.max())


def sarsa_target(reward, after, action, terminated, truncated, gamma):
    future = float(after[action])
    return reward + gamma * (1 - terminated) * future


def fade(trace, state, gamma, lam):
    trace *= gamma * lam
    trace[state] += 1
    return trace


def look_ahead(outcomes, V, gamma):
    total = 0.0
    for chance, after, reward, terminated in outcomes:
        future = 0.0 if terminated else gamma * float(V[after])
        total += chance * (reward + future)
    return total
