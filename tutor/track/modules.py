"""Statistics of a torch module by hooks; torch is taken from the module, never imported."""

import sys
import weakref
from typing import Any

from tutor.track.api import distribution, scalar
from tutor.track.layers import HISTOGRAM_EVERY, WATCHED_STEPS
from tutor.track.state import put, target

UNITS_FIRST = ("Linear", "Conv1d", "Conv2d", "Conv3d")
"""Layers whose weights have a row for each unit, so that a dead unit's row has no gradient."""

WATCHED_SAMPLES = 256
"""Examples on which a unit must have had no gradient to count as dead."""


def watch(module: Any, every: int = 50, name: str = "") -> Any:
    """Track the layers of a torch module while it trains; return the module.

    Tracks, for each layer with weights, ``gradient norm/LAYER``, ``weight norm/LAYER``,
    ``update ratio/LAYER``, for linear and convolutional ones ``dead units/LAYER``; of the
    first inputs ``input scale``; and now and then histograms. Its steps are the module's own,
    counted by passes back through it.

    Args:
        module: with parameters; call it before the first step.
        every: statistics are taken at every so many steps.
        name: put before each layer's name; a second module beside the first needs one, and
            is else called ``model 2``.
    """
    if target.ring is not None:
        ModuleWatch(module, max(1, int(every)), free_name(module, name))
    return module


def free_name(module: Any, name: str) -> str:
    """Return a name that no living module has, so that no two write into one series."""
    wanted, number = name, 1
    while (known := target.watched.get(wanted)) is not None and known() is not None:
        number += 1
        wanted = f"{name or 'model'} {number}"
    target.watched[wanted] = weakref.ref(module)
    return wanted


class ModuleWatch:
    """The hooks of one module and what they remember.

    A step begins with the first forward pass after a backward pass. At a step that is due,
    gradients are measured as they are accumulated and the weights are copied; when the next
    step begins the optimizer has moved them.
    """

    def __init__(self, module: Any, every: int, prefix: str) -> None:
        self.torch = sys.modules["torch"]
        self.every = every
        self.steps = 0
        self.went_back = False
        self.step = 0
        self.gradients: dict[str, Any] = {}
        self.copies: dict[str, Any] = {}
        self.alive: dict[str, Any] = {}
        self.units_first: set[str] = set()
        self.window = 0
        """Steps in which a unit must have had no gradient to count as dead; 0 before the first."""
        self.prefix = f"{prefix} " if prefix else ""
        self.weights = dict(self.weights_of(module, self.prefix))
        self.flows = False
        """Some parameter had a gradient while units were watched."""
        module.register_forward_pre_hook(self.before_forward)
        for bias in module.parameters():
            if bias.ndim == 1 and bias.requires_grad:
                bias.register_post_accumulate_grad_hook(self.note_flow)
        for layer, weight in self.weights.items():
            weight.register_post_accumulate_grad_hook(self.hook(layer))

    def weights_of(self, module: Any, prefix: str) -> Any:
        for path, part in module.named_modules():
            for name, weight in part.named_parameters(recurse=False):
                if weight.ndim < 2 or not weight.requires_grad:
                    continue
                own = "" if name == "weight" else name
                layer = prefix + (".".join(filter(None, (path, own))) or name)
                if name == "weight" and type(part).__name__ in UNITS_FIRST:
                    self.units_first.add(layer)
                yield layer, weight

    @property
    def phase(self) -> int:
        return self.steps % self.every

    def before_forward(self, module: Any, inputs: Any) -> None:
        """Begin a step, if one has ended; tell what was measured in it."""
        if not module.training or not self.torch.is_grad_enabled():
            return
        if not self.window:
            self.look_at(inputs)
        if not self.went_back:
            return
        self.went_back = False
        if self.copies:
            self.tell_step()
        if self.phase == self.window - 1:
            self.tell_dead()
        self.steps += 1

    def look_at(self, inputs: Any) -> None:
        """Tell the scale of the first inputs; see how many batches a dead unit needs."""
        first = inputs[0] if inputs else None
        size = 1
        if isinstance(first, self.torch.Tensor) and first.ndim >= 1:
            size = first.shape[0]
            if first.ndim >= 2 and first.is_floating_point() and first.numel():
                columns = first.detach().flatten(1)
                scale = columns.square().mean(0).sqrt().max().item()
                scalar(f"input scale/{self.prefix.strip() or 'inputs'}", scale, 0)
        wanted = max(WATCHED_STEPS, -(-WATCHED_SAMPLES // max(1, size)))
        self.window = min(wanted, self.every)

    def hook(self, layer: str) -> Any:
        """Return what is called whenever the layer's gradient has been accumulated."""
        units = layer in self.units_first

        def accumulated(weight: Any) -> None:
            self.went_back = True
            phase = self.phase
            if phase == 0:
                self.measure(layer, weight)
            if units and phase < self.window:
                rows = (weight.grad != 0).flatten(1).any(1)
                known = self.alive.get(layer)
                self.alive[layer] = rows if known is None else known | rows

        return accumulated

    def note_flow(self, bias: Any) -> None:
        if not self.flows and self.phase < self.window:
            self.flows = bool((bias.grad != 0).any())

    def measure(self, layer: str, weight: Any) -> None:
        drawn = self.steps // self.every % HISTOGRAM_EVERY == 0
        with self.torch.no_grad():
            self.step = self.steps
            self.gradients[layer] = weight.grad.norm().item()
            self.copies[layer] = weight.detach().clone()
            if drawn:
                gradient = weight.grad.detach().cpu().numpy()
                put("histogram", f"gradients/{layer}", self.step, **distribution(gradient))
                values = weight.detach().cpu().numpy()
                put("histogram", f"weights/{layer}", self.step, **distribution(values))

    def tell_step(self) -> None:
        for layer, copy in self.copies.items():
            size = copy.norm().item()
            scalar(f"gradient norm/{layer}", self.gradients[layer], self.step)
            scalar(f"weight norm/{layer}", size, self.step)
            if size > 0:
                moved = (self.weights[layer].detach() - copy).norm().item()
                scalar(f"update ratio/{layer}", moved / size, self.step)
        self.copies, self.gradients = {}, {}

    def tell_dead(self) -> None:
        """Tell the share of units without any gradient; unknown where nothing has one."""
        if self.flows or any(bool(alive.any()) for alive in self.alive.values()):
            for layer, alive in self.alive.items():
                share = 1 - alive.float().mean().item()
                scalar(f"dead units/{layer}", share, self.step)
        self.alive, self.flows = {}, False
