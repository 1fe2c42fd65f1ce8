"""Keeps the caller's arrays instead of copies.

Environments and loops reuse an array for the next observation. Every
remembered transition then shows the *last* observation, and the batch is one
state many times. Look at what exactly `add` stores.

Lesson: rl/dqn#learn-from-a-shuffled-past
"""

import numpy as np


class ReplayBuffer:
    def __init__(self, capacity, obs_size):
        self.obs = [None] * capacity
        self.actions = np.empty(capacity, np.int64)
        self.rewards = np.empty(capacity, np.float32)
        self.next_obs = [None] * capacity
        self.terminated = np.empty(capacity, np.float32)
        self.capacity = capacity
        self.added = 0

    def __len__(self):
        return min(self.added, self.capacity)

    def add(self, obs, action, reward, next_obs, terminated):
        slot = self.added % self.capacity
        self.obs[slot] = obs
        self.actions[slot] = action
        self.rewards[slot] = reward
        self.next_obs[slot] = next_obs
        self.terminated[slot] = terminated
        self.added += 1

    def sample(self, batch_size, rng):
        if not len(self):
            raise ValueError("the buffer is empty")
        rows = rng.integers(len(self), size=batch_size)
        return (
            np.array([self.obs[i] for i in rows], np.float32),
            self.actions[rows],
            self.rewards[rows],
            np.array([self.next_obs[i] for i in rows], np.float32),
            self.terminated[rows],
        )
