"""Replaces the last observation of an episode by the first of the next.

`next_obs` is what a value is bootstrapped from. After a truncation that has to
be the state in which the world was stopped, not one where it starts again.

Lesson: rl/ppo#many-worlds-at-once
"""

from collections.abc import Callable

import numpy as np

Choose = Callable[[np.ndarray], np.ndarray]


class Rollout:
    def __init__(self, envs, seed):
        self.envs = envs
        self.obs, _ = envs.reset(seed=seed)
        self.over = np.zeros(envs.num_envs, bool)
        self.totals = np.zeros(envs.num_envs)

    def collect(self, choose, steps):
        rows, returns = ([], [])
        for _ in range(steps):
            actions = choose(self.obs)
            after, rewards, ended, stopped, _ = self.envs.step(actions)
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
        for i, row in enumerate(rows[:-1]):
            lost = row[4] | row[5]
            row[1][lost] = rows[i + 1][1][lost]
        columns = zip(*rows, strict=True)
        found = {
            name: np.array(column)
            for name, column in zip(names, columns, strict=True)
        }
        return found | {"returns": returns}
