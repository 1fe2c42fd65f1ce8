"""Counts all that was ever added.

`len` says what the buffer *holds*. Row numbers drawn below a count that goes
on growing soon lie beyond the last row.

Lesson: rl/dqn#learn-from-a-shuffled-past
"""

import numpy as np


class ReplayBuffer:
    def __init__(self, capacity, obs_size):
        self.obs = np.empty((capacity, obs_size), np.float32)
        self.actions = np.empty(capacity, np.int64)
        self.rewards = np.empty(capacity, np.float32)
        self.next_obs = np.empty((capacity, obs_size), np.float32)
        self.terminated = np.empty(capacity, np.float32)
        self.capacity = capacity
        self.added = 0

    def __len__(self):
        return self.added

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
        rows = rng.integers(min(len(self), self.capacity), size=batch_size)
        return (
            self.obs[rows],
            self.actions[rows],
            self.rewards[rows],
            self.next_obs[rows],
            self.terminated[rows],
        )
