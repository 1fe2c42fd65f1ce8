"""Metrics that a case measured, with the targets they were held against."""

import math
from dataclasses import dataclass, field

from tutor.harness.checks import require


@dataclass(slots=True)
class Report:
    """Collects the figures a capstone is judged by."""

    metrics: dict[str, float] = field(default_factory=dict)
    targets: dict[str, float] = field(default_factory=dict)
    ceilings: list[str] = field(default_factory=list)
    """Names of the targets that a figure must not be over."""

    def metric(self, name: str, value: float) -> None:
        """Record a figure that is only reported; one that is no number is left out."""
        if math.isfinite(value):
            self.metrics[name] = float(value)

    def at_least(self, name: str, value: float, target: float) -> None:
        """Record a figure and fail the case when it is under its target."""
        self.metric(name, value)
        self.targets[name] = float(target)
        require(value >= target, f"{name} is {value:.4g}; the target is {target:.4g}.")

    def at_most(self, name: str, value: float, target: float) -> None:
        """Record a figure and fail the case when it is over its target."""
        self.metric(name, value)
        self.targets[name] = float(target)
        self.ceilings.append(name)
        require(value <= target, f"{name} is {value:.4g}; the target is {target:.4g}.")

    def beats(self, name: str, value: float, baseline: float, by: float = 0.0) -> None:
        """Record a figure and a baseline of the same run; fail unless it leads `by` that."""
        self.metric(name, value)
        self.metric(f"{name}, baseline", baseline)
        require(
            value >= baseline + by,
            f"{name} is {value:.4g}, the plain baseline of the same run has "
            f"{baseline:.4g}; the lead must be at least {by:.4g}.",
        )
