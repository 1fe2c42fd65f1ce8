r"""Leaves the best arm out when it explores.

A random arm means any of the K, so the best one is taken with probability $1
- \epsilon + \epsilon / K$. Left out, it gets $1 - \epsilon$ only. And with
one arm there is nothing to draw from.

Lesson: rl/bandits#epsilon-greedy
"""

import numpy as np


def epsilon_greedy(Q, epsilon, rng):
    if rng.random() < epsilon:
        others = np.flatnonzero(np.arange(len(Q)) != Q.argmax())
        return int(rng.choice(others)) if others.size else 0
    return _largest(Q, rng)


def ucb(Q, N, c, rng):
    untried = np.flatnonzero(N == 0)
    if untried.size:
        return int(rng.choice(untried))
    return _largest(Q + c * np.sqrt(np.log(N.sum()) / N), rng)


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
