r"""Lets a division by 0 decide about arms that were never pulled.

$\ln t / N_a$ is infinite for a count of 0, or not a number when no arm was
pulled at all, and `argmax` then takes the first such arm, in order. Ask which
counts are 0 before you divide.

Lesson: rl/bandits#upper-confidence-bounds
"""

import numpy as np


def epsilon_greedy(Q, epsilon, rng):
    if rng.random() < epsilon:
        return int(rng.integers(len(Q)))
    return _largest(Q, rng)


def ucb(Q, N, c, rng):
    with np.errstate(all="ignore"):
        bound = Q + c * np.sqrt(np.log(N.sum()) / N)
    if (N == 0).any():
        return int(np.argmax(bound))
    return _largest(bound, rng)


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
