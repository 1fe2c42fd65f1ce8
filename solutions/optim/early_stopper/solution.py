"""Stop training when the held-out loss no longer improves."""

import math

import numpy as np


class EarlyStopper:
    """Watches one number per epoch and keeps the best weights.

    Attributes:
        best_value: the best value so far, None before there is one.
        best_epoch: the epoch it came from, None before there is one.
        best_weights: copies of the weights of that epoch, or None.
    """

    def __init__(
        self, patience: int, min_delta: float = 0.0, mode: str = "min"
    ) -> None:
        """Start without a best value.

        Args:
            patience: updates in a row without improvement before the end.
            min_delta: an improvement must be larger than this.
            mode: "min" if smaller is better, "max" if larger is.
        """
        self.patience = patience
        self.min_delta = min_delta
        self.sign = 1 if mode == "min" else -1
        self.waited = 0
        self.best_value: float | None = None
        self.best_epoch: int | None = None
        self.best_weights: list[np.ndarray] | None = None

    def update(
        self, value: float, epoch: int, weights: list[np.ndarray]
    ) -> bool:
        """Take note of one epoch and return whether to stop.

        Args:
            value: the held-out loss or score.
            epoch: the number of the epoch.
            weights: the arrays of the network as they are now.
        """
        if self._improves(value):
            self.waited = 0
            self.best_value, self.best_epoch = value, epoch
            # Copies: the optimiser goes on to write into these arrays.
            self.best_weights = [w.copy() for w in weights]
        else:
            self.waited += 1
        return self.waited >= self.patience

    def _improves(self, value):
        if self.best_value is None:
            return not math.isnan(value)
        # False for NaN, as every comparison with it is.
        return self.sign * (self.best_value - value) > self.min_delta
