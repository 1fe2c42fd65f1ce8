"""Choosing among arms: epsilon-greedy, UCB, and averages that update."""

from collections.abc import Callable

import numpy as np


def epsilon_greedy(
    Q: np.ndarray, epsilon: float, rng: np.random.Generator
) -> int:
    """Return an arm: usually one that looks best, sometimes any.

    Args:
        Q: estimated mean reward of each arm, shape (K,).
        epsilon: probability of taking any arm instead, all equally likely.
        rng: where chance comes from.
    """
    if rng.random() < epsilon:
        return int(rng.integers(len(Q)))
    return _largest(Q, rng)


def ucb(
    Q: np.ndarray, N: np.ndarray, c: float, rng: np.random.Generator
) -> int:
    """Return the arm with the largest upper confidence bound.

    Args:
        Q: estimated mean reward of each arm, shape (K,).
        N: how often each arm was pulled, shape (K,), whole numbers.
        c: how much doubt counts, at least 0.
        rng: breaks ties.
    """
    # Nothing is known of an arm never pulled: its bound is infinite.
    untried = np.flatnonzero(N == 0)
    if untried.size:
        return int(rng.choice(untried))
    return _largest(Q + c * np.sqrt(np.log(N.sum()) / N), rng)


def _largest(values, rng):
    """Return an index of the largest value, any of them if several tie."""
    return int(rng.choice(np.flatnonzero(values == values.max())))


def update(Q: np.ndarray, N: np.ndarray, arm: int, reward: float) -> None:
    """Count a pull, and move its arm's estimate to the new mean, in place.

    Args:
        Q: mean of the rewards so far of each arm, shape (K,), float64.
        N: how often each arm was pulled, shape (K,), int64.
        arm: which arm was pulled.
        reward: what it gave.
    """
    N[arm] += 1
    Q[arm] += (reward - Q[arm]) / N[arm]


def play(
    pull: Callable[[int], float],
    arms: int,
    steps: int,
    choose: Callable[[np.ndarray, np.ndarray], int],
) -> tuple[np.ndarray, np.ndarray]:
    """Play for some steps, learning from every reward.

    Args:
        pull: gives the reward of an arm.
        arms: how many arms there are, K.
        steps: how many pulls, at least 1.
        choose: gives the next arm, from the estimates Q and the counts N.

    Returns:
        The arms pulled, int64 (steps,), and their rewards, float64 (steps,).
    """
    Q, N = np.zeros(arms), np.zeros(arms, dtype=np.int64)
    chosen = np.empty(steps, dtype=np.int64)
    rewards = np.empty(steps)
    for t in range(steps):
        arm = choose(Q, N)
        reward = pull(arm)
        update(Q, N, arm, reward)
        chosen[t], rewards[t] = arm, reward
    return chosen, rewards
