"""Capstone: three worlds, one table each."""

import gymnasium as gym
import numpy as np

from tutor import track
from tutor.yours import (
    action_values,
    epsilon_greedy,
    q_update,
    value_iteration,
)

GAMMA = 0.99

PLAYED = {"cliff": 10_000, "taxi": 40_000, "lake": 60_000}


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
    # that suit each world. The judge records your episodes for you to watch;
    # track.policy(values=Q[state]) before a step shows what the agent thought.
    raise NotImplementedError


def play(env, Q, seen, explore, rng):
    """Play one episode and learn from each step."""
    # TODO
    raise NotImplementedError


def outcomes_of(counts, state):
    """Return counted outcomes as chances, as in Gymnasium's tables."""
    # TODO
    raise NotImplementedError
