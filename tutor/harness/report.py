"""Metrics that a case measured, with the targets they were held against."""

import math
from dataclasses import dataclass, field

from tutor.harness.checks import require


@dataclass(slots=True)
class Report:
    """Collects the figures a capstone is judged by."""

    metrics: dict[str, float] = field(default_factory=dict)
    targets: dict[str, float] = field(default_factory=dict)

    def metric(self, name: str, value: float) -> None:
        """Record a figure that is only reported; one that is no number is left out."""
        if math.isfinite(value):
            self.metrics[name] = float(value)

    def at_least(self, name: str, value: float, target: float) -> None:
        """Record a figure and fail the case when it is under its target."""
        self.metric(name, value)
        self.targets[name] = float(target)
        require(value >= target, f"{name} is {value:.4g}; the target is {target:.4g}.")
