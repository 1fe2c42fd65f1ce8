"""Weights in a list, the loss written out."""

from itertools import pairwise

import numpy as np
import torch

from tutor.yours import dqn_target


class Net(torch.nn.Module):
    def __init__(self, sizes, generator):
        super().__init__()
        self.layers = torch.nn.ParameterList()
        for fan_in, fan_out in pairwise(sizes):
            spread = (2 / fan_in) ** 0.5
            w = torch.randn(fan_in, fan_out, generator=generator) * spread
            self.layers.append(torch.nn.Parameter(w))
            self.layers.append(torch.nn.Parameter(torch.zeros(fan_out)))

    def forward(self, x):
        for i in range(0, len(self.layers), 2):
            x = torch.tanh(x) if i else x
            x = x @ self.layers[i] + self.layers[i + 1]
        return x


class Agent:
    def __init__(
        self, obs_size, n_actions, seed, gamma=0.99, rate=1e-3, sync_every=100
    ):
        g = torch.Generator().manual_seed(seed)
        sizes = (obs_size, 48, n_actions)
        self.online, self.target = Net(sizes, g), Net(sizes, g)
        self._sync()
        self.adam = torch.optim.Adam(list(self.online.parameters()), rate)
        self.gamma, self.every, self.count = gamma, sync_every, 0
        self.actions = np.arange(n_actions)
        self.rng = np.random.default_rng([seed, 7])

    def _sync(self):
        with torch.no_grad():
            pairs = zip(
                self.target.parameters(),
                self.online.parameters(),
                strict=True,
            )
            for held, moving in pairs:
                held.copy_(moving)

    def act(self, obs, epsilon):
        q = self.online(torch.tensor(np.asarray(obs, np.float32)[None]))
        best = int(q[0].argmax())
        share = np.full(len(self.actions), epsilon / len(self.actions))
        share[best] += 1 - epsilon
        return int(self.rng.choice(self.actions, p=share / share.sum()))

    def learn(self, batch):
        s, a, r, after, over = (torch.from_numpy(part) for part in batch)
        y = dqn_target(r, over, self.target(after), self.gamma)
        error = self.online(s)[torch.arange(len(a)), a] - y
        loss = (error * error).sum() / len(a)
        for p in self.online.parameters():
            p.grad = None
        loss.backward()
        self.adam.step()
        self.count += 1
        if self.count >= self.every:
            self._sync()
            self.count = 0
        return loss.item()
