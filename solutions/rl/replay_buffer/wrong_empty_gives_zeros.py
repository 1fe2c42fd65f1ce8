"""Returns a batch of zeros when it is empty.

An agent that samples too early learns that the state of zeros is worth
nothing, and nobody notices. An error says what is wrong.

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
            rows = np.zeros(batch_size, int)
        else:
            rows = rng.integers(len(self), size=batch_size)
        return (
            self.obs[rows],
            self.actions[rows],
            self.rewards[rows],
            self.next_obs[rows],
            self.terminated[rows],
        )
