"""Steps that are too large or too small for the loss to fall."""

import math
from typing import ClassVar

from tutor.watchers.finding import Evidence, Finding, Severity
from tutor.watchers.history import History, median
from tutor.watchers.naming import Reading

ELSEWHERE = ("return", "q mean", "d loss", "modes")
"""Of trainings whose loss is no measure of progress: its target moves, or it is a game."""

LARGE_RISE = 3.0
"""Times its start that a loss has risen to."""
JUMP = 5.0
"""Times its start that a loss has once been, where it …"""
NO_BETTER = 0.8
"""… has not come back below this share of its start."""
LARGE_RATIO = 0.2
"""Share of a layer's norm that an update moves it by; healthy ones are near 0.001."""
LARGE_READINGS = 5
SMALL_RATIO = 1e-4
SMALL_DROP = 0.2
"""Share of its start that a loss has fallen by at most."""
SMALL_POINTS = 300
STEADY = 0.3
"""Share of its fall that a loss has made in its second half at least: a line gives a half."""
CLEAR = 5.0
"""Standard errors of a difference that is no chance."""

TOO_LARGE = (
    "Each update moves the weights further than the slope it was computed from is valid for. "
    "The step lands on the other side of the valley, higher than it began; from there the "
    "gradient is larger and the next step longer still. So the loss jumps or climbs instead "
    "of falling, and may end as NaN."
)
TOO_SMALL = (
    "The loss falls, evenly and without noise to speak of, but so slowly that the end is out "
    "of sight. Each update changes the weights by a tiny share of their size. Nothing is "
    "wrong with the direction; the steps along it are too short."
)


class Steps:
    """What both watchers of this module read."""

    roles: ClassVar[tuple[str, ...]] = ("loss", "update ratio", *ELSEWHERE)

    def __init__(self) -> None:
        self.loss = History()
        self.name = "loss"
        self.ratios: dict[str, History] = {}
        self.is_game = False

    def take(self, reading: Reading) -> None:
        if reading.role in ELSEWHERE:
            self.is_game = True
        elif reading.role == "loss":
            self.name = reading.name
            self.loss.add(reading.step, reading.value)
        elif reading.layer in self.ratios or len(self.ratios) < 200:
            ratios = self.ratios.setdefault(reading.layer, History())
            ratios.add(reading.step, reading.value)


class StepTooLarge(Steps):
    """The loss stands far above its start, or updates are as large as the weights."""

    def __init__(self) -> None:
        super().__init__()
        self.worst: tuple[float, int] = (0.0, 0)

    def finding(self) -> Finding | None:
        found = [*self.by_loss(), *self.by_ratio()]
        if not found:
            return None
        steps = [e.step for e in found if e.step is not None]
        return Finding(
            name="step_too_large",
            title="The step size is too large",
            explanation=TOO_LARGE,
            evidence=tuple(found),
            advice=(
                "Divide the step size by 10; if the loss falls then, try 3.",
                "Begin with small steps and let them grow over the first hundred updates.",
                "Clip the norm of the gradient.",
            ),
            step=min(steps),
            severity=Severity.BROKEN if self.by_loss() else Severity.SUSPECT,
        )

    def by_loss(self) -> list[Evidence]:
        loss = self.loss
        if self.is_game or loss.count < 8 or loss.low < 0:
            return []
        start, now = loss.start(2), loss.now(5)
        if start < 1e-12:
            return []
        text = f"{self.name} began at {start:.4g} and is {now:.4g} now."
        if loss.high > JUMP * start and now > NO_BETTER * start:
            text = text.replace(" and is", f", jumped to {loss.high:.4g}, and is")
        elif now < LARGE_RISE * start:
            return []
        return [Evidence(text, self.name, loss.step)]

    def by_ratio(self) -> list[Evidence]:
        found = []
        for layer, ratios in self.ratios.items():
            newest = list(ratios.recent)[-LARGE_READINGS:]
            if ratios.count > LARGE_READINGS and min(newest) > LARGE_RATIO:
                name = f"update ratio/{layer}"
                text = f"An update moves {layer} by {median(newest):.2g} of its size."
                found.append(Evidence(text, name, ratios.step))
        return found if 2 * len(found) > len(self.ratios) else []


class StepTooSmall(Steps):
    """The loss falls like a straight line that leads nowhere soon."""

    def finding(self) -> Finding | None:
        loss = self.loss
        if self.is_game or loss.count < SMALL_POINTS or loss.low < 0:
            return None
        ratios = [r.now(5) for r in self.ratios.values()]
        if ratios and max(ratios) > SMALL_RATIO:
            return None
        start, middle, end = (loss.between(a, a + 0.2) for a in (0.0, 0.4, 0.8))
        fall, rest = start.mean - end.mean, middle.mean - end.mean
        noise = math.sqrt(middle.variance / middle.count + end.variance / end.count)
        is_slow = 0 < fall < SMALL_DROP * start.mean
        if not is_slow or rest < STEADY * fall or rest < CLEAR * noise:
            return None
        evidence = [
            Evidence(
                f"{self.name} fell from {start.mean:.4g} to {end.mean:.4g} in {loss.count} "
                "readings, no slower at the end than before.",
                self.name,
                loss.step,
            )
        ]
        if ratios:
            text = f"Updates move every layer by less than {max(ratios):.1g} of its size."
            evidence.append(Evidence(text, "update ratio"))
        return Finding(
            name="step_too_small",
            title="The step size is too small",
            explanation=TOO_SMALL,
            evidence=tuple(evidence),
            advice=(
                "Multiply the step size by 10, again and again until the loss jumps; then "
                "take a third.",
                "If the step size is usual (0.1 for SGD, 0.001 for Adam), look whether the "
                "loss or the gradient is divided by a large number.",
            ),
            step=loss.step,
            severity=Severity.SUSPECT,
        )
