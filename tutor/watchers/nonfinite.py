"""A loss, or any other number of a training, that is not a number any more."""

import math
from typing import ClassVar

from tutor.watchers.finding import Evidence, Finding, Severity
from tutor.watchers.naming import SYNONYMS, Reading

EXPLANATION = (
    "A value became infinite or NaN, and everything computed from it is NaN from there on: "
    "the weights are lost, and no later step can bring them back. The usual way there is an "
    "update that overshoots, then one that overshoots the overshoot, until a number no longer "
    "fits; the others are log(0), a division by zero, and exp of a large number."
)
ADVICE = (
    "Make the step size ten times smaller and see whether the loss stays finite.",
    "Look for log, division and exp: add a small constant inside, or subtract the maximum "
    "before exp.",
    "Check that the inputs hold no NaN.",
)


class NonFinite:
    """Raised by the first value that is not finite; never withdrawn."""

    roles: ClassVar[tuple[str, ...]] = tuple(SYNONYMS)

    def __init__(self) -> None:
        self.at: Reading | None = None
        self.before: dict[str, float] = {}

    def take(self, reading: Reading) -> None:
        if self.at is not None:
            return
        if not math.isfinite(reading.value):
            self.at = reading
        elif reading.name in self.before or len(self.before) < 1024:
            self.before[reading.name] = reading.value

    def finding(self) -> Finding | None:
        if self.at is None:
            return None
        name, step, value = self.at.name, self.at.step, self.at.value
        last = self.before.get(name)
        was = "" if last is None else f"; the value before was {last:.4g}"
        return Finding(
            name="non_finite",
            title=f"{name} is {value} since step {step}",
            explanation=EXPLANATION,
            evidence=(Evidence(f"{name} is {value} at step {step}{was}.", name, step),),
            advice=ADVICE,
            step=step,
            severity=Severity.BROKEN,
        )
