r"""Counts the pull that is yet to come.

$t$ is the number of pulls so far, the sum of all counts. With one more the
bonus is a little too large for every arm, most for those pulled seldom. Work
out two bounds by hand for counts of 1 and 2.

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
    return _largest(Q + c * np.sqrt(np.log(N.sum() + 1) / N), rng)


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
