"""Backward against central differences, computed beside the learner's code in float64."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]

STEP = 1e-5


def differentiate(
    function: Callable[..., Any],
    arguments: tuple[Any, ...],
    keywords: dict[str, Any],
    coordinates: int,
    seed: int = 0,
) -> list[tuple[str, Array | None, Array]]:
    """Return name, gradient and differences for every float input and every parameter.

    Args:
        function: of tensors, or a module; returns one tensor.
        arguments: numpy arrays become tensors, float ones that require gradients.
        keywords: passed on as they are.
        coordinates: how many entries of each tensor are tried, drawn at random.
        seed: of the weights of the output and of that draw.
    """
    tensors = [as_tensor(a) for a in arguments]
    watched = {f"argument {i + 1}": t for i, t in enumerate(tensors) if differentiable(t)}
    watched |= dict(getattr(function, "named_parameters", dict)())
    total = Weighted(lambda: function(*tensors, **keywords), seed)
    value = total()
    if value.requires_grad:
        value.backward()
    rng = np.random.default_rng(seed)
    found = []
    for title, tensor in watched.items():
        chosen = rng.permutation(tensor.numel())[:coordinates]
        grad = None if tensor.grad is None else tensor.grad.reshape(-1)[chosen].numpy()
        found.append((title, grad, np.array(list(differences(total, tensor, chosen)))))
    return found


def as_tensor(value: Any) -> Any:
    import torch

    if type(value) is not np.ndarray:
        return value
    if value.dtype.kind == "f":
        return torch.tensor(value, dtype=torch.float64, requires_grad=True)
    return torch.from_numpy(value)


def differentiable(value: Any) -> bool:
    return bool(getattr(value, "requires_grad", False))


class Weighted:
    """The sum of an output, weighted with random numbers that stay the same."""

    def __init__(self, function: Callable[[], Any], seed: int) -> None:
        self.function = function
        self.seed = seed

    def __call__(self) -> Any:
        import torch

        output = self.function()
        weights = np.random.default_rng([self.seed, 1]).normal(size=tuple(output.shape))
        return (output * torch.from_numpy(weights)).sum()


def differences(total: Weighted, tensor: Any, chosen: Array) -> Iterator[float]:
    """Yield the central difference of the total along each chosen entry."""
    import torch

    with torch.no_grad():
        flat = tensor.detach().view(-1)
        for index in chosen.tolist():
            kept = float(flat[index])
            flat[index] = kept + STEP
            above = float(total())
            flat[index] = kept - STEP
            below = float(total())
            flat[index] = kept
            yield (above - below) / (2 * STEP)
