"""Inputs whose numbers are too large for a network that begins with small weights."""

from typing import ClassVar

from tutor.watchers.finding import Evidence, Finding, Severity
from tutor.watchers.naming import Reading

LARGE = 20.0
"""Root mean square of an input column; 1 is what initial weights are made for."""

EXPLANATION = (
    "The initial weights are made for inputs of about unit size. With inputs a hundred times "
    "larger the first layer's outputs and gradients are a hundred times larger too: sigmoids "
    "saturate, ReLU units die, and a step size that suits one column throws another far away."
)


class InputsUnscaled:
    """A column of the inputs has a root mean square of more than 20."""

    roles: ClassVar[tuple[str, ...]] = ("input scale",)

    def __init__(self) -> None:
        self.largest: Reading | None = None

    def take(self, reading: Reading) -> None:
        if self.largest is None or reading.value > self.largest.value:
            self.largest = reading

    def finding(self) -> Finding | None:
        if self.largest is None or not self.largest.value > LARGE:
            return None
        value, step = self.largest.value, self.largest.step
        text = f"The largest input column has a root mean square of {value:.3g}."
        return Finding(
            name="inputs_unscaled",
            title="The inputs are not scaled",
            explanation=EXPLANATION,
            evidence=(Evidence(text, self.largest.name, step),),
            advice=(
                "Subtract each column's mean and divide by its standard deviation, both of "
                "the training data alone.",
                "Divide pixels by their largest value.",
            ),
            step=step,
            severity=Severity.SUSPECT,
        )
