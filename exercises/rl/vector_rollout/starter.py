"""Experience from several worlds at once, with their boundaries right."""

from collections.abc import Callable

import gymnasium as gym
import numpy as np

Choose = Callable[[np.ndarray], np.ndarray]


class Rollout:
    """Plays on in a vector of environments, from call to call.

    Args:
        envs: a vector environment that resets in the step after an end, as
            Gymnasium's do by default.
        seed: of the first reset, the only one made here.
    """

    def __init__(self, envs: gym.vector.VectorEnv, seed: int) -> None:
        # TODO: reset once; remember the observations, who is over, and running
        # returns.
        raise NotImplementedError

    def collect(self, choose: Choose, steps: int) -> dict:
        """Play some steps and return them, time first, worlds second.

        Args:
            choose: from observations (n, D) to actions (n,).
            steps: how many steps T.

        Returns:
            Arrays "obs", "next_obs" (T, n, D) and "actions", "rewards",
            "terminated", "truncated", "valid" (T, n); and "returns", a list
            of the returns of the episodes that ended.
        """
        # TODO: step by step: choose, step, keep a row, sum up, report and
        # clear, move on.
        raise NotImplementedError
