"""Another right way: a list of improvements, looked at from its end."""

import numpy as np


class EarlyStopper:
    best_value = best_epoch = best_weights = None

    def __init__(self, patience, min_delta=0.0, mode="min"):
        self.flags = []
        self.settings = patience, min_delta, mode

    def update(self, value, epoch, weights):
        patience, least, mode = self.settings
        if self.best_value is None:
            better = bool(np.isfinite(value)) or value in (np.inf, -np.inf)
        elif mode == "min":
            better = self.best_value - value > least
        else:
            better = value - self.best_value > least
        if better:
            self.best_value = value
            self.best_epoch = epoch
            self.best_weights = [np.array(w) for w in weights]
        self.flags.append(better)
        recent = self.flags[-patience:]
        return len(recent) == patience and not any(recent)
