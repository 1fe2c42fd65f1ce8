"""A DQN agent: a network that learns, and a held copy of it."""

import copy

import numpy as np
import torch
from torch import nn

from tutor.yours import dqn_target

Batch = tuple[np.ndarray, ...]


class Agent:
    """A Q-network, a held copy of it, and what moves them.

    Args:
        obs_size: how many numbers an observation has.
        n_actions: how many actions there are.
        seed: decides the first weights and the choices.
        gamma: discount.
        rate: step size of Adam.
        sync_every: calls of `learn` after which the target is renewed.
    """

    def __init__(
        self,
        obs_size: int,
        n_actions: int,
        seed: int,
        gamma: float = 0.99,
        rate: float = 1e-3,
        sync_every: int = 100,
    ) -> None:
        # TODO: two networks that start alike, Adam for one of them, a
        # generator.
        raise NotImplementedError

    def act(self, obs: np.ndarray, epsilon: float) -> int:
        """Return a random action with probability epsilon, else the best."""
        # TODO: with probability epsilon any action, else the best of the
        # online network.
        raise NotImplementedError

    def learn(self, batch: Batch) -> float:
        """Make one step on a batch as `ReplayBuffer.sample` returns it.

        Returns:
            The mean squared TD error before the step.
        """
        # TODO: values of the actions taken; targets from the target network;
        # mean squared error; one step; sync in time.
        raise NotImplementedError
