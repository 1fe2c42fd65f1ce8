"""Units that are zero for every input and can never change again."""

from typing import ClassVar

from tutor.watchers.finding import Evidence, Finding, Severity
from tutor.watchers.history import History
from tutor.watchers.naming import Reading

READINGS = 3
MANY = 0.5
NEARLY_ALL = 0.95

EXPLANATION = (
    "A ReLU whose input is negative for every example gives 0 and passes no gradient back: "
    "its weights never change again, it is dead. One large update is enough to push many "
    "units there at once; biases that begin far below zero do the same. What is left of the "
    "layer is a smaller one."
)


class DeadUnits:
    """More than half of a layer's units have been zero on all recent inputs."""

    roles: ClassVar[tuple[str, ...]] = ("dead units",)

    def __init__(self) -> None:
        self.shares: dict[str, History] = {}

    def take(self, reading: Reading) -> None:
        if reading.layer in self.shares or len(self.shares) < 200:
            shares = self.shares.setdefault(reading.layer, History())
            shares.add(reading.step, reading.value)

    def finding(self) -> Finding | None:
        ill = {
            layer: min(list(shares.recent)[-READINGS:])
            for layer, shares in self.shares.items()
            if shares.count >= READINGS
        }
        ill = {layer: share for layer, share in ill.items() if share > MANY}
        if not ill:
            return None
        evidence = tuple(
            Evidence(
                f"{share:.0%} of the units of {layer} are zero for every input.",
                f"dead units/{layer}", self.shares[layer].step,
            )
            for layer, share in ill.items()
        )  # fmt: skip
        layer = next(iter(ill))
        return Finding(
            name="dead_units",
            title=f"Most units of layer {layer} are dead",
            explanation=EXPLANATION,
            evidence=evidence,
            advice=(
                "Make the step size smaller; dead units come from updates that were too large.",
                "Begin biases at 0, and scale the initial weights by the number of inputs.",
                "Use leaky ReLU, whose slope is never 0.",
            ),
            step=self.shares[layer].step,
            severity=Severity.BROKEN
            if max(ill.values()) > NEARLY_ALL
            else Severity.SUSPECT,
            layer=layer,
        )
