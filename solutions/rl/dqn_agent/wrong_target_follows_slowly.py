"""Moves the target a little toward the online network in every step.

That is a soft update, which other methods use. Here the target holds quite
still, and is renewed as a whole every `sync_every` steps.

Lesson: rl/dqn#a-target-that-holds-still
"""

import copy

import numpy as np
import torch
from torch import nn

from tutor.yours import dqn_target

Batch = tuple[np.ndarray, ...]


class Agent:
    def __init__(
        self, obs_size, n_actions, seed, gamma=0.99, rate=0.001, sync_every=100
    ):
        torch.manual_seed(seed)
        self.online = nn.Sequential(
            nn.Linear(obs_size, 64), nn.ReLU(), nn.Linear(64, n_actions)
        )
        self.target = copy.deepcopy(self.online)
        self.optimiser = torch.optim.Adam(self.online.parameters(), lr=rate)
        self.rng = np.random.default_rng(seed)
        self.n_actions = n_actions
        self.gamma = gamma
        self.sync_every = sync_every
        self.learned = 0

    def act(self, obs, epsilon):
        if self.rng.random() < epsilon:
            return int(self.rng.integers(self.n_actions))
        with torch.no_grad():
            values = self.online(torch.as_tensor(obs, dtype=torch.float32))
        return int(values.argmax())

    def learn(self, batch):
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
        with torch.no_grad():
            pairs = zip(
                self.target.parameters(),
                self.online.parameters(),
                strict=True,
            )
            for held, live in pairs:
                held.mul_(0.99).add_(0.01 * live)
        return loss.item()
