"""A deque of tuples; arrays are made when a batch is drawn."""

from collections import deque

import numpy as np


class ReplayBuffer:
    def __init__(self, capacity, obs_size):
        self.memory = deque(maxlen=capacity)

    def __len__(self):
        return len(self.memory)

    def add(self, obs, action, reward, next_obs, terminated):
        before, after = np.array(obs), np.array(next_obs)
        self.memory.append((before, action, reward, after, terminated))

    def sample(self, batch_size, rng):
        if not self.memory:
            raise ValueError("nothing has been added yet")
        chosen = [
            self.memory[int(len(self.memory) * rng.random())]
            for _ in range(batch_size)
        ]
        obs, actions, rewards, after, over = zip(*chosen, strict=True)
        return (
            np.array(obs, dtype=np.float32),
            np.array(actions, dtype=np.int64),
            np.array(rewards, dtype=np.float32),
            np.array(after, dtype=np.float32),
            np.array(over, dtype=np.float32),
        )
