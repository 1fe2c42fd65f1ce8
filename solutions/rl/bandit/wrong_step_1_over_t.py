"""Divides by the number of all pulls instead of those of the arm.

The mean of an arm changes by $1/N_a$ of the surprise, where $N_a$ counts
pulls of that arm. One over the pulls of all arms is a smaller step: an arm
tried late starts near its old estimate and stays there. Compare with a plain
mean of what each arm paid.

Lesson: rl/bandits#an-average-that-updates-itself
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
    return _largest(Q + c * np.sqrt(np.log(N.sum()) / N), rng)


def _largest(values, rng):
    return int(rng.choice(np.flatnonzero(values == values.max())))


def update(Q, N, arm, reward):
    N[arm] += 1
    Q[arm] += (reward - Q[arm]) / N.sum()


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
