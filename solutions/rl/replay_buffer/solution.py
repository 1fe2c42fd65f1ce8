"""A ring of remembered transitions."""

import numpy as np


class ReplayBuffer:
    """The last `capacity` transitions, from which batches are drawn.

    Args:
        capacity: how many transitions are kept.
        obs_size: how many numbers an observation has.
    """

    def __init__(self, capacity: int, obs_size: int) -> None:
        self.obs = np.empty((capacity, obs_size), np.float32)
        self.actions = np.empty(capacity, np.int64)
        self.rewards = np.empty(capacity, np.float32)
        self.next_obs = np.empty((capacity, obs_size), np.float32)
        self.terminated = np.empty(capacity, np.float32)
        self.capacity = capacity
        self.added = 0

    def __len__(self) -> int:
        """Return how many transitions are held now."""
        return min(self.added, self.capacity)

    def add(
        self,
        obs: np.ndarray,
        action: int,
        reward: float,
        next_obs: np.ndarray,
        terminated: bool,
    ) -> None:
        """Remember a transition; in a full buffer it replaces the oldest."""
        slot = self.added % self.capacity
        # Assigning into a row copies the numbers.
        self.obs[slot] = obs
        self.actions[slot] = action
        self.rewards[slot] = reward
        self.next_obs[slot] = next_obs
        self.terminated[slot] = terminated
        self.added += 1

    def sample(
        self, batch_size: int, rng: np.random.Generator
    ) -> tuple[np.ndarray, ...]:
        """Return obs, actions, rewards, next_obs and terminated of a batch.

        Args:
            batch_size: how many transitions, drawn with replacement.
            rng: where the random choice comes from.

        Raises:
            ValueError: the buffer is empty.
        """
        if not len(self):
            raise ValueError("the buffer is empty")
        rows = rng.integers(len(self), size=batch_size)
        # Indexing with an array of rows makes copies, too.
        return (
            self.obs[rows],
            self.actions[rows],
            self.rewards[rows],
            self.next_obs[rows],
            self.terminated[rows],
        )
