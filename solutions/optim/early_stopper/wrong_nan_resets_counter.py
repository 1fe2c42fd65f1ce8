"""Takes NaN for an improvement.

Written the other way round, as "not worse", the comparison with NaN is true. From then on
NaN is the best value, and nothing is ever better or worse than it.

Lesson: optim/overfitting#stopping-early
"""

import math


class EarlyStopper:
    def __init__(self, patience, min_delta=0.0, mode="min"):
        self.patience = patience
        self.min_delta = min_delta
        self.sign = 1 if mode == "min" else -1
        self.waited = 0
        self.best_value = self.best_epoch = self.best_weights = None

    def update(self, value, epoch, weights):
        if self._improves(value):
            self.waited = 0
            self.best_value, self.best_epoch = value, epoch
            self.best_weights = [w.copy() for w in weights]
        else:
            self.waited += 1
        return self.waited >= self.patience

    def _improves(self, value):
        if self.best_value is None:
            return not math.isnan(value)
        return not self.sign * (self.best_value - value) <= self.min_delta
