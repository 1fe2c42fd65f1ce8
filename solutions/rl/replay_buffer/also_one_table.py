"""One row of numbers per transition, taken apart when drawn."""

import numpy as np


class ReplayBuffer:
    def __init__(self, capacity, obs_size):
        self.size = obs_size
        self.table = np.empty((0, 2 * obs_size + 3))
        self.capacity = capacity

    def __len__(self):
        return self.table.shape[0]

    def add(self, obs, action, reward, next_obs, terminated):
        row = np.concatenate(
            (obs, next_obs, [action, reward, float(terminated)])
        )
        self.table = np.vstack((self.table, row))[-self.capacity :]

    def sample(self, batch_size, rng):
        if len(self.table) == 0:
            raise ValueError("empty")
        picked = rng.choice(self.table, size=batch_size, replace=True)
        d = self.size
        floats = picked.astype(np.float32)
        return (
            floats[:, :d],
            picked[:, 2 * d].astype(np.int64),
            floats[:, 2 * d + 1],
            floats[:, d : 2 * d],
            floats[:, 2 * d + 2],
        )
