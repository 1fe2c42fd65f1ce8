"""A loss, or any other number, that is not a number any more."""

import math

from tutor.watchers.finding import Evidence, Finding, Severity

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
    """Raised by the first value of a series that is not finite; never withdrawn."""

    def __init__(self) -> None:
        self.at: tuple[str, int, float] | None = None
        self.before: dict[str, float] = {}

    def take(self, name: str, step: int, value: float) -> None:
        if math.isfinite(value):
            if self.at is None and (name in self.before or len(self.before) < 1024):
                self.before[name] = value
        elif self.at is None:
            self.at = name, step, value

    def finding(self) -> Finding | None:
        if self.at is None:
            return None
        name, step, value = self.at
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
