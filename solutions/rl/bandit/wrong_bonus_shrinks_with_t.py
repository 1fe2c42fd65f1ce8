"""Divides by the pulls of all arms instead of multiplying by their logarithm.

Doubt about one arm does not fall because another one was pulled. The number
of all pulls stands above the fraction line, in a logarithm: it lets the bonus
of an arm grow while that arm waits.

Lesson: rl/bandits#upper-confidence-bounds
"""

import numpy as np


def epsilon_greedy(Q, epsilon, rng):
    if rng.random() < epsilon:
        return int(rng.integers(len(Q)))
    return _largest(Q, rng)


def ucb(Q, N, c, rng):
    untried = np.flatnonzero(N == 0)
    if untried.size:
        return int(rng.choice(untried))
    return _largest(Q + c * np.sqrt(1 / N.sum() / N), rng)


def _largest(values, rng):
    return int(rng.choice(np.flatnonzero(values == values.max())))


def update(Q, N, arm, reward):
    N[arm] += 1
    Q[arm] += (reward - Q[arm]) / N[arm]


def play(pull, arms, steps, choose):
    Q, N = (np.zeros(arms), np.zeros(arms, dtype=np.int64))
    chosen = np.empty(steps, dtype=np.int64)
    rewards = np.empty(steps)
    for t in range(steps):
        arm = choose(Q, N)
        reward = pull(arm)
        update(Q, N, arm, reward)
        chosen[t], rewards[t] = (arm, reward)
    return (chosen, rewards)
