"""Predicted values that no return bears out."""

from typing import ClassVar

from tutor.watchers.finding import Evidence, Finding, Severity
from tutor.watchers.history import History
from tutor.watchers.naming import Reading

READINGS = 20
"""Of the predictions that must all be too high."""
EPISODES = 20
TIMES = 2.0
"""Times the best return so far; discounting makes true values smaller, never larger."""
SMALLEST = 1.0
"""Of a positive value where every return is negative."""
ABOVE_BOUND = 1.05

EXPLANATION = (
    "The target of a value is the reward plus the largest of the next predictions. The largest "
    "of several guesses is too large on average, and the next update learns from it: errors "
    "feed themselves. The same network giving both prediction and target makes it worse, since "
    "raising one raises the other."
)


class OverEstimation:
    """Predicted values are far above every return that was ever reached."""

    roles: ClassVar[tuple[str, ...]] = ("q mean", "return", "return bound")

    def __init__(self) -> None:
        self.values = History()
        self.returns = History()
        self.bound: float | None = None
        self.name = "Q mean"

    def take(self, reading: Reading) -> None:
        if reading.role == "q mean":
            self.name = reading.name
            self.values.add(reading.step, reading.value)
        elif reading.role == "return":
            self.returns.add(reading.step, reading.value)
        else:
            self.bound = reading.value

    def finding(self) -> Finding | None:
        if self.values.count < READINGS:
            return None
        least, now = min(list(self.values.recent)[-READINGS:]), self.values.now(READINGS)
        if self.bound is not None and least > self.bound + (ABOVE_BOUND - 1) * abs(
            self.bound
        ):
            limit = f"more than {self.bound:.4g}, the largest that is possible"
        elif self.returns.count >= EPISODES and least > self.most():
            limit = f"while the best return so far is {self.returns.high:.4g}"
        else:
            return None
        text = f"{self.name} has been about {now:.4g} for {READINGS} readings, {limit}."
        return Finding(
            name="value_over_estimation",
            title="Values are over-estimated",
            explanation=EXPLANATION,
            evidence=(Evidence(text, self.name, self.values.step),),
            advice=(
                "Compute targets with a copy of the network that is updated rarely.",
                "Let one network choose the next action and the other value it (double "
                "Q-learning).",
                "Do not add the next value where the episode terminated.",
                "Make the step size smaller.",
            ),
            step=self.values.step,
            severity=Severity.BROKEN,
        )

    def most(self) -> float:
        """Return the largest prediction that the returns so far can bear out."""
        best = self.returns.high
        return TIMES * best if best > 0 else SMALLEST + max(0.0, best)
