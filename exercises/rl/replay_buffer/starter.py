"""A ring of remembered transitions."""

import numpy as np


class ReplayBuffer:
    """The last `capacity` transitions, from which batches are drawn.

    Args:
        capacity: how many transitions are kept.
        obs_size: how many numbers an observation has.
    """

    def __init__(self, capacity: int, obs_size: int) -> None:
        # TODO: five arrays of capacity rows, and a count.
        raise NotImplementedError

    def __len__(self) -> int:
        """Return how many transitions are held now."""
        # TODO: never more than the capacity.
        raise NotImplementedError

    def add(
        self,
        obs: np.ndarray,
        action: int,
        reward: float,
        next_obs: np.ndarray,
        terminated: bool,
    ) -> None:
        """Remember a transition; in a full buffer it replaces the oldest."""
        # TODO: write into the next row of the ring.
        raise NotImplementedError

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
        # TODO: draw rows once; index all five arrays with them.
        raise NotImplementedError
