"""Q-learning: the target is the best next action, whatever is done next."""

from collections.abc import Callable

import gymnasium as gym
import numpy as np

from tutor.yours import epsilon_greedy


def q_update(
    Q: np.ndarray,
    state: int,
    action: int,
    reward: float,
    after: int,
    terminated: bool,
    alpha: float,
    gamma: float,
) -> None:
    """Move one action value toward its target, in place.

    Args:
        Q: action values, shape (S, A), float64.
        state: where the step began.
        action: what was done there.
        reward: what it gave.
        after: where it led.
        terminated: whether that truly ended the episode.
        alpha: step size.
        gamma: the discount.
    """
    # TODO: the target, and a step toward it.
    raise NotImplementedError


def q_learning(
    env: gym.Env,
    episodes: int,
    alpha: float,
    gamma: float,
    epsilon: Callable[[int], float],
    rng: np.random.Generator,
) -> tuple[np.ndarray, np.ndarray]:
    """Return action values learned step by step, and how the episodes went.

    Args:
        env: states and actions are numbers from 0.
        episodes: how many to play.
        alpha: step size.
        gamma: the discount.
        epsilon: gives the probability of a random action in episode 0, 1, …
        rng: chooses actions and breaks ties.

    Returns:
        Q (S, A), and the sum of the rewards of each episode, (episodes,).
    """
    # TODO: per step: choose, act, learn, move on.
    raise NotImplementedError
