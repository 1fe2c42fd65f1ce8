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
    # TODO: chance decides whether to explore; ties are broken at
    # random.
    raise NotImplementedError


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
    # TODO: arms never pulled first, then the largest bound.
    raise NotImplementedError


def update(Q: np.ndarray, N: np.ndarray, arm: int, reward: float) -> None:
    """Count a pull, and move its arm's estimate to the new mean, in place.

    Args:
        Q: mean of the rewards so far of each arm, shape (K,), float64.
        N: how often each arm was pulled, shape (K,), int64.
        arm: which arm was pulled.
        reward: what it gave.
    """
    # TODO: count, then move the estimate by a share of the surprise.
    raise NotImplementedError


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
    # TODO: choose, pull, update, write down; so many times.
    raise NotImplementedError
