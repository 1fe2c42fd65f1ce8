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
        torch.manual_seed(seed)
        self.online = nn.Sequential(
            nn.Linear(obs_size, 64),
            nn.ReLU(),
            nn.Linear(64, n_actions),
        )
        self.target = copy.deepcopy(self.online)
        self.optimiser = torch.optim.Adam(self.online.parameters(), lr=rate)
        self.rng = np.random.default_rng(seed)
        self.n_actions = n_actions
        self.gamma = gamma
        self.sync_every = sync_every
        self.learned = 0

    def act(self, obs: np.ndarray, epsilon: float) -> int:
        """Return a random action with probability epsilon, else the best."""
        if self.rng.random() < epsilon:
            return int(self.rng.integers(self.n_actions))
        with torch.no_grad():
            values = self.online(torch.as_tensor(obs, dtype=torch.float32))
        return int(values.argmax())

    def learn(self, batch: Batch) -> float:
        """Make one step on a batch as `ReplayBuffer.sample` returns it.

        Returns:
            The mean squared TD error before the step.
        """
        obs, actions, rewards, next_obs, terminated = map(
            torch.as_tensor, batch
        )
        chosen = self.online(obs).gather(1, actions[:, None]).squeeze(1)
        with torch.no_grad():
            next_q = self.target(next_obs)
        wanted = dqn_target(rewards, terminated, next_q, self.gamma)
        loss = nn.functional.mse_loss(chosen, wanted)
        self.optimiser.zero_grad()
        loss.backward()
        self.optimiser.step()
        self.learned += 1
        if self.learned % self.sync_every == 0:
            self.target.load_state_dict(self.online.state_dict())
        return loss.item()
