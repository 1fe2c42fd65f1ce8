"""Gradients that shrink or grow on their way back through the layers."""

import math
from typing import ClassVar

from tutor.watchers.finding import Evidence, Finding, Severity
from tutor.watchers.history import History, median
from tutor.watchers.naming import Reading

READINGS = 3
"""For which it must hold."""
VANISHED = 2e-3
"""Relative gradient of a layer, beside the largest of a later one."""
EXPLODED = 1e3
"""Times that a relative gradient exceeds that of the last layer, or its own usual size."""
HUGE = 1e4
"""A norm that no step size in use would survive."""
TINY = 1e-12
DEAD = 0.5
MAX_LAYERS = 200

VANISHING = (
    "On its way back the gradient is multiplied by the slope of each activation and by each "
    "layer's weights. Where these are smaller than 1 (a sigmoid's slope is at most 1/4) the "
    "product shrinks with every layer, and the first layers hardly learn while the last ones "
    "do. They stay what they were at the start: random."
)
EXPLODING = (
    "On its way back the gradient is multiplied by each layer's weights. Where these are "
    "large the product grows with every layer or time step, until one update throws the "
    "weights far away. Long recurrences and weights that begin too large are the usual causes."
)


class Gradients:
    """Norms of gradients and weights by layer, in the order of the network."""

    roles: ClassVar[tuple[str, ...]] = ("gradient norm", "weight norm", "dead units")

    def __init__(self) -> None:
        self.norms: dict[str, History] = {}
        self.weights: dict[str, float] = {}
        self.dead = 0.0
        self.infinite: Reading | None = None
        self.step = 0

    def take(self, reading: Reading) -> None:
        if reading.role == "dead units":
            self.dead = max(0.9 * self.dead, reading.value)
        elif reading.role == "weight norm":
            if len(self.weights) < MAX_LAYERS:
                self.weights[reading.layer] = reading.value
        elif reading.layer in self.norms or len(self.norms) < MAX_LAYERS:
            self.step = reading.step
            self.norms.setdefault(reading.layer, History()).add(reading.step, reading.value)
            if not math.isfinite(reading.value):
                self.infinite = self.infinite or reading

    def relative(self) -> dict[str, float]:
        """Return each layer's newest gradients beside its weights; the least that held."""
        found = {}
        for layer, norms in self.norms.items():
            newest = list(norms.recent)[-READINGS:]
            if len(newest) == READINGS:
                size = self.weights.get(layer, 1.0)
                found[layer] = median(newest) / (size if size > TINY else 1.0)
        return found


class VanishingGradients(Gradients):
    """An early layer's gradient is a tiny share of a later one's."""

    def finding(self) -> Finding | None:
        sizes = self.relative()
        layers = list(sizes)
        if len(layers) < 2 or self.dead > DEAD or max(sizes.values()) < TINY:
            return None
        later = 0.0
        worst: list[tuple[float, str]] = []
        for layer in reversed(layers):
            if later > 0 and sizes[layer] < VANISHED * later:
                worst.append((sizes[layer] / later, layer))
            later = max(later, sizes[layer])
        if not worst:
            return None
        share, layer = min(worst)
        name = f"gradient norm/{layer}"
        text = (
            f"The gradient of {layer} is {share:.1g} of that of the layer with the largest."
        )
        return Finding(
            name="vanishing_gradients",
            title=f"Gradients vanish before they reach layer {layer}",
            explanation=VANISHING,
            evidence=(Evidence(text, name, self.step),),
            advice=(
                "Use ReLU (or another activation whose slope is 1 for half of its inputs) in "
                "place of sigmoid or tanh.",
                "Scale the initial weights by the number of inputs: He for ReLU, Glorot for "
                "tanh.",
                "Add residual connections or normalisation between the layers.",
            ),
            step=self.step,
            severity=Severity.BROKEN,
            layer=layer,
        )


class ExplodingGradients(Gradients):
    """Gradients far beyond those of the last layer, or beyond what they were."""

    def __init__(self) -> None:
        super().__init__()
        self.spike: Finding | None = None

    def take(self, reading: Reading) -> None:
        if reading.role == "gradient norm" and (norms := self.norms.get(reading.layer)):
            usual = median(list(norms.recent))
            if norms.count >= 5 and reading.value > EXPLODED * max(usual, TINY):
                text = (
                    f"The gradient of {reading.layer} jumped from about {usual:.2g} to "
                    f"{reading.value:.2g}."
                )
                self.spike = self.spike or self.found(reading.layer, text, reading.step)
        super().take(reading)

    def finding(self) -> Finding | None:
        if self.spike:
            return self.spike
        if self.infinite:
            text = f"The gradient of {self.infinite.layer} is {self.infinite.value}."
            return self.found(self.infinite.layer, text, self.infinite.step)
        sizes = self.relative()
        if not sizes:
            return None
        layer = max(sizes, key=lambda key: sizes[key])
        last = sizes[list(sizes)[-1]]
        norm = self.norms[layer].now(READINGS)
        if sizes[layer] > EXPLODED * max(last, TINY) and norm > 1:
            text = f"The gradient of {layer} is {sizes[layer] / last:.2g} times the last layer's."
        elif norm > HUGE and sizes[layer] > 1:
            text = f"The gradient of {layer} has the norm {norm:.2g}."
        else:
            return None
        return self.found(layer, text, self.step)

    def found(self, layer: str, text: str, step: int) -> Finding:
        return Finding(
            name="exploding_gradients",
            title=f"Gradients explode at layer {layer}",
            explanation=EXPLODING,
            evidence=(Evidence(text, f"gradient norm/{layer}", step),),
            advice=(
                "Clip the norm of the whole gradient, at 1 to begin with.",
                "Scale the initial weights by the number of inputs; of a recurrent layer take "
                "an orthogonal matrix.",
                "Make the step size smaller, and look whether the targets are large numbers.",
            ),
            step=step,
            severity=Severity.BROKEN,
            layer=layer,
        )
