"""Arrays made first, rows filled in, and a loop over worlds for the returns."""

import numpy as np


class Rollout:
    def __init__(self, envs, seed):
        self.envs, self.n = envs, envs.num_envs
        first, _ = envs.reset(seed=seed)
        self.seen = first.copy()
        self.fresh = [False] * self.n
        self.sums = [0.0] * self.n

    def collect(self, choose, steps):
        shape = (steps, self.n)
        out = {
            "obs": np.empty((*shape, *self.seen.shape[1:]), np.float32),
            "next_obs": np.empty((*shape, *self.seen.shape[1:]), np.float32),
            "actions": np.zeros(shape, np.int64),
            "rewards": np.zeros(shape),
            "terminated": np.zeros(shape, bool),
            "truncated": np.zeros(shape, bool),
            "valid": np.ones(shape, bool),
            "returns": [],
        }
        for t in range(steps):
            out["obs"][t] = self.seen
            out["actions"][t] = choose(self.seen)
            step = self.envs.step(out["actions"][t])
            for key, part in zip(
                ("next_obs", "rewards", "terminated", "truncated"),
                step[:4],
                strict=True,
            ):
                out[key][t] = part
            self.seen = step[0].copy()
            for i in range(self.n):
                if self.fresh[i]:
                    out["valid"][t, i], self.fresh[i] = False, False
                    continue
                self.sums[i] += float(step[1][i])
                if step[2][i] or step[3][i]:
                    out["returns"].append(self.sums[i])
                    self.sums[i], self.fresh[i] = 0.0, True
        return out
