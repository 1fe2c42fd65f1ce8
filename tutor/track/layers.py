"""Statistics of layers: gradients, weights, updates, dead units; for numpy networks.

`tutor.track.modules` takes the same of a torch module.
"""

from collections.abc import Mapping
from typing import Any

from tutor.track.api import distribution, scalar
from tutor.track.ring import MAX_STEP
from tutor.track.state import put, target

HISTOGRAM_EVERY = 5
"""Of so many statistics one comes with histograms."""
WATCHED_STEPS = 4
"""Batches in which a unit must have been zero to count as dead."""


def layers(
    given: Mapping[str, tuple[Any, Any]],
    step: int,
    every: int = 20,
    activations: Mapping[str, Any] | None = None,
    inputs: Any = None,
) -> None:
    """Track the layers of a network made of arrays; call it after each update.

    Tracks ``gradient norm/W1``, ``weight norm/W1``, ``update ratio/W1``, ``dead units/h1``,
    and now and then histograms of weights and gradients.

    Args:
        given: name to weights and their gradient, two arrays of one shape; the gradient may
            be None.
        step: of the training.
        every: statistics are taken at every so many calls.
        activations: name to the output of a layer of ReLUs, shape (N, units) or (N, C, H, W).
        inputs: what the network is given, shape (N, ...): their scale is told once.
    """
    if target.ring is None:
        return
    key = tuple(given)
    if key not in target.layers or step < target.layers[key].step:
        target.layers[key] = Layers(max(1, int(every)))
        if inputs is not None:
            scalar("input scale", scale_of(inputs), step)
    target.layers[key].take(given, step, activations or {})


class Layers:
    """What is remembered of one network between calls."""

    def __init__(self, every: int) -> None:
        self.every = every
        self.calls = 0
        self.step = -MAX_STEP
        self.before: dict[str, Any] = {}
        """Weights as they were at the last call but one."""
        self.alive: dict[str, Any] = {}

    def take(self, given: Mapping[str, Any], step: int, activations: Any) -> None:
        self.step = step
        phase = self.calls % self.every
        if phase < WATCHED_STEPS:
            self.note_alive(activations)
        if phase == min(WATCHED_STEPS, self.every) - 1:
            self.tell_dead(step)
        if self.before:
            self.tell_updates(given, step)
        if phase == 0:
            self.tell_norms(given, step)
        self.calls += 1

    def tell_norms(self, given: Mapping[str, Any], step: int) -> None:
        import numpy as np

        drawn = self.calls // self.every % HISTOGRAM_EVERY == 0
        for name, (weights, gradient) in given.items():
            scalar(f"weight norm/{name}", np.linalg.norm(weights), step)
            self.before[name] = np.array(weights, copy=True)
            if drawn:
                put("histogram", f"weights/{name}", step, **distribution(weights))
            if gradient is not None:
                scalar(f"gradient norm/{name}", np.linalg.norm(gradient), step)
            if gradient is not None and drawn:
                put("histogram", f"gradients/{name}", step, **distribution(gradient))

    def tell_updates(self, given: Mapping[str, Any], step: int) -> None:
        """Tell how far one update has moved the weights that were copied before it."""
        import numpy as np

        for name, (weights, _) in given.items():
            size = float(np.linalg.norm(self.before[name]))
            if size > 0:
                moved = float(np.linalg.norm(weights - self.before[name]))
                scalar(f"update ratio/{name}", moved / size, step)
        self.before = {}

    def note_alive(self, activations: Mapping[str, Any]) -> None:
        import numpy as np

        for name, values in activations.items():
            array = np.asarray(values)
            axes = tuple(i for i in range(array.ndim) if i != unit_axis(array.ndim))
            alive = (array > 0).any(axis=axes)
            known = self.alive.get(name)
            if known is not None and known.shape == alive.shape:
                alive = known | alive
            self.alive[name] = alive

    def tell_dead(self, step: int) -> None:
        for name, alive in self.alive.items():
            scalar(f"dead units/{name}", 1 - float(alive.mean()), step)
        self.alive = {}


def scale_of(inputs: Any) -> float:
    """Return the largest root mean square of a column of the inputs, shape (N, ...)."""
    import numpy as np

    columns = np.asarray(inputs, dtype=float)
    columns = columns.reshape(len(columns), -1)
    return float(np.sqrt((columns**2).mean(axis=0)).max(initial=0.0))


def unit_axis(axes: int) -> int:
    """Return which axis numbers the units: channels of (N, C, H, W), else the last."""
    return 1 if axes == 4 else axes - 1
