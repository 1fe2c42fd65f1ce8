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
        self.envs = envs
        self.obs, _ = envs.reset(seed=seed)
        self.over = np.zeros(envs.num_envs, bool)
        self.totals = np.zeros(envs.num_envs)

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
        rows, returns = [], []
        for _ in range(steps):
            actions = choose(self.obs)
            after, rewards, ended, stopped, _ = self.envs.step(actions)
            # A world that was over has not acted: it was reset instead.
            valid = ~self.over
            rows.append(
                (self.obs, after, actions, rewards, ended, stopped, valid)
            )
            self.totals += rewards
            self.over = ended | stopped
            returns += self.totals[self.over].tolist()
            self.totals[self.over] = 0.0
            self.obs = after
        names = ("obs", "next_obs", "actions", "rewards")
        names += ("terminated", "truncated", "valid")
        columns = zip(*rows, strict=True)
        found = {
            name: np.array(column)
            for name, column in zip(names, columns, strict=True)
        }
        return found | {"returns": returns}
