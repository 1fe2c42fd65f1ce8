"""Monte Carlo control: play whole episodes, average what they returned."""

from collections.abc import Callable, Hashable

import gymnasium as gym
import numpy as np

State = Hashable


def first_visits(
    episode: list[tuple[State, int, float]], gamma: float
) -> list[tuple[State, int, float]]:
    """Return the return after the first visit of each state and action.

    Args:
        episode: (state, action, reward) of each step.
        gamma: the discount, from 0 to 1.

    Returns:
        (state, action, return) for each pair that occurs, once each, in the
        order of their first visits.
    """
    # TODO: backward through the episode; earlier visits win.
    raise NotImplementedError


def mc_control(
    env: gym.Env,
    episodes: int,
    gamma: float,
    epsilon: Callable[[int], float],
    rng: np.random.Generator,
) -> dict[State, np.ndarray]:
    """Return action values learned from whole episodes.

    Args:
        env: has `reset` and `step`; its observations can be keys of a dict.
        episodes: how many to play.
        gamma: the discount, from 0 to 1.
        epsilon: gives the probability of a random action in episode 0, 1, …
        rng: chooses actions and breaks ties.

    Returns:
        For each state that was left by an action, the mean return of each
        action, shape (A,); 0 for one never taken there.
    """
    # TODO: play an episode to its end, then average its first visits;
    # repeat.
    raise NotImplementedError
