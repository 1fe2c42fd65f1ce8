"""Keeps the caller's array whenever it has the right dtype already.

`np.asarray` copies only what it has to convert. Observations in float64 are
copied by this accident; those of most environments are float32, and all that
is remembered of them is one array, which shows the *last* observation.

Lesson: rl/dqn#learn-from-a-shuffled-past
"""

from collections import deque

import numpy as np


class ReplayBuffer:
    def __init__(self, capacity, obs_size):
        self.held = deque(maxlen=capacity)

    def __len__(self):
        return len(self.held)

    def add(self, obs, action, reward, next_obs, terminated):
        before = np.asarray(obs, dtype=np.float32)
        after = np.asarray(next_obs, dtype=np.float32)
        self.held.append((before, action, reward, after, terminated))

    def sample(self, batch_size, rng):
        if not self.held:
            raise ValueError("the buffer is empty")
        rows = rng.integers(len(self.held), size=batch_size)
        columns = zip(*(self.held[row] for row in rows), strict=True)
        kinds = (np.float32, np.int64, np.float32, np.float32, np.float32)
        return tuple(
            np.array(column, dtype=kind)
            for column, kind in zip(columns, kinds, strict=True)
        )
