"""Capstone: three worlds, one table each."""

import gymnasium as gym
import numpy as np

from tutor import track
from tutor.yours import epsilon_greedy, q_update


def learn(env: gym.Env, name: str, seed: int) -> np.ndarray:
    """Return action values learned by playing.

    Args:
        env: has `reset`, `step`, `observation_space`, `action_space`, and
            `steps_left`, the number of steps that may still be made.
        name: "cliff", "taxi" or "lake".
        seed: decides all that is random.

    Returns:
        Action values, shape (S, A): the judge follows the largest of each row.
    """
    # TODO: episodes until the steps run out; a step size and an epsilon
    # that suit each world. See it happen: track.scalar("return", total,
    # episode).
    raise NotImplementedError


def play(env, Q, visits, explore, slippery, rng):
    """Play one episode, learn from each step, and return its reward."""
    # TODO
    raise NotImplementedError
