"""The life of a DQN agent, and its examination."""

import gymnasium as gym

from tutor import track
from tutor.yours import Agent, ReplayBuffer

BATCH = 32
CAPACITY = 10_000


def train(agent: Agent, env: gym.Env, steps: int, seed: int) -> list[float]:
    """Let an agent act and learn; return the returns of finished episodes.

    Args:
        agent: acts by `act` and learns by `learn`.
        env: where it acts.
        steps: how many steps in all.
        seed: of the environment's first episode.
    """
    # TODO: act, remember, learn; start over when an episode ends.
    raise NotImplementedError


def evaluate(
    agent: Agent, env: gym.Env, episodes: int, seed: int
) -> list[float]:
    """Return the return of each of some episodes without exploration."""
    # TODO: the same loop without memory, learning and chance.
    raise NotImplementedError
