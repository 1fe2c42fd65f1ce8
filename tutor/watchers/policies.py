"""Agents that have stopped trying things out, or never began."""

import math
from typing import ClassVar

from tutor.watchers.finding import Evidence, Finding, Severity
from tutor.watchers.history import Block, History
from tutor.watchers.naming import Reading

SURE = 0.1
"""Share of its entropy at the start that a policy has left."""
EPISODES = 40
"""Returns, before anything is said."""
READINGS = 20
LITTLE = 0.05
"""Share of random actions, or of nats, that is next to none."""
CLEAR = 3.0
"""Standard errors by which returns must differ to count as better."""
LOST = 0.5
"""Share of the way from worst to best that an agent has fallen back."""

COLLAPSED = (
    "The policy has become certain: it takes the same action whatever the state offers, so it "
    "no longer sees what others would give, and the gradient of actions that are never taken "
    "is zero. And it is certain of something that is not good."
)
UNTRIED = (
    "The agent always takes the action that looks best. At the start that is an accident of "
    "the initial values, and since the others are never tried, their values never change. It "
    "cannot find a reward that it does not stumble upon."
)


class Returns:
    """Returns of episodes, beside what tells of exploration."""

    roles: ClassVar[tuple[str, ...]] = ("return", "entropy", "exploration")

    def __init__(self) -> None:
        self.returns = History()
        self.entropy = History()
        self.exploration = History()

    def take(self, reading: Reading) -> None:
        series = {"return": self.returns, "entropy": self.entropy}
        chosen = series.get(reading.role, self.exploration)
        chosen.add(reading.step, reading.value)

    def has_improved(self) -> bool:
        """Return whether the newest returns are clearly better than the first."""
        start, now = self.returns.between(0, 0.2), self.returns.between(0.8, 1)
        return now.mean > start.mean + CLEAR * error(start, now)

    def has_fallen_back(self) -> bool:
        """Return whether the newest returns are far below the best part of the run."""
        parts = [self.returns.between(a / 5, (a + 1) / 5) for a in range(5)]
        best, now = max(parts, key=lambda part: part.mean), parts[-1]
        worst = min(part.mean for part in parts)
        far = best.mean - now.mean > LOST * (best.mean - worst)
        return far and best.mean - now.mean > CLEAR * error(best, now)


def error(a: Block, b: Block) -> float:
    """Return the standard error of the difference of two means."""
    return math.sqrt(a.variance / a.count + b.variance / b.count)


class EntropyCollapse(Returns):
    """The policy is certain, and its returns are none the better for it."""

    def finding(self) -> Finding | None:
        start, now = self.entropy.start(5), self.entropy.now(10)
        if self.returns.count < EPISODES or self.entropy.count < READINGS or start <= 0:
            return None
        if now > SURE * start or start < LITTLE:
            return None
        if self.has_improved() and not self.has_fallen_back():
            return None
        first, last = self.returns.between(0, 0.2).mean, self.returns.between(0.8, 1).mean
        return Finding(
            name="entropy_collapse",
            title="The policy is certain too early",
            explanation=COLLAPSED,
            evidence=(
                Evidence(
                    f"The entropy fell from {start:.3g} to {now:.2g} nats.", "entropy",
                    self.entropy.step,
                ),
                Evidence(
                    f"The return was {first:.4g} in the first fifth of the episodes and is "
                    f"{last:.4g} in the last.", "return", self.returns.step,
                ),
            ),
            advice=(
                "Add the entropy to what is maximised, with a weight near 0.01.",
                "Make the step size smaller; subtract a baseline and normalise advantages.",
                "Limit how far one update may change the policy, as PPO does.",
            ),
            step=self.entropy.step,
            severity=Severity.BROKEN,
        )  # fmt: skip


class NoExploration(Returns):
    """Next to no action was ever random, and the returns do not improve."""

    def finding(self) -> Finding | None:
        if self.returns.count < EPISODES or self.has_improved():
            return None
        for series, name in ((self.exploration, "exploration"), (self.entropy, "entropy")):
            if series.count >= 10 and series.start(10) >= 0 and series.high < LITTLE:
                text = f"{name} was never above {series.high:.2g}."
                return self.found(Evidence(text, name, series.step))
        return None

    def found(self, evidence: Evidence) -> Finding:
        now = self.returns.between(0.8, 1).mean
        text = (
            f"The return is {now:.4g} after {self.returns.count} episodes, no better than at "
            "first."
        )
        return Finding(
            name="no_exploration",
            title="The agent does not explore",
            explanation=UNTRIED,
            evidence=(evidence, Evidence(text, "return", self.returns.step)),
            advice=(
                "Take a random action with probability 1 at first, falling to 0.05 over a "
                "third of the training.",
                "Begin with values that are too high, so that every action is tried.",
                "Of a policy, begin with equal probabilities and reward its entropy.",
            ),
            step=self.returns.step,
            severity=Severity.BROKEN,
        )
