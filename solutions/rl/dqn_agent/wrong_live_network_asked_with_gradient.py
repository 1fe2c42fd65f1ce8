"""Asks the online network for the targets and does not detach them.

Two mistakes in one line: the targets move along with the answers, and the
gradient flows into them as well. The target network under `no_grad` mends
both.

Lesson: rl/dqn#a-target-that-holds-still
"""

import copy

import numpy as np
import torch
from torch import nn

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
        next_q = self.online(next_obs)
        later = next_q.max(dim=1).values
        wanted = rewards + self.gamma * (1 - terminated) * later
        loss = nn.functional.mse_loss(chosen, wanted)
        self.optimiser.zero_grad()
        loss.backward()
        self.optimiser.step()
        self.learned += 1
        if self.learned % self.sync_every == 0:
            self.target.load_state_dict(self.online.state_dict())
        return loss.item()
