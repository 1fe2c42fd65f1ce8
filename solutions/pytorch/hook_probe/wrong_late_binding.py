"""All hooks share the loop's last name.

A function defined in a loop looks a variable up when it is called. By then
the loop is over, and every part reports under the last name.

Lesson: pytorch/modules#looking-inside
"""

import torch
from torch import nn

Stats = dict[str, tuple[float, float, float]]


def activation_stats(model: nn.Module, x: torch.Tensor) -> Stats:
    """Return mean, standard deviation and share of dead units per part.

    Args:
        model: any module; stays as it was.
        x: what it is called with, samples first.

    Returns:
        One entry per call of a part: name, with ":2" for a second call.
    """
    stats: Stats = {}
    calls: dict[str, int] = {}

    handles = []
    for name, part in model.named_modules():
        if part is model:
            continue

        def hook(part, args, output):
            if not isinstance(output, torch.Tensor):
                return
            calls[name] = calls.get(name, 0) + 1  # noqa: B023
            count = calls[name]  # noqa: B023
            key = name if count == 1 else f"{name}:{count}"  # noqa: B023
            stats[key] = (
                output.mean().item(),
                output.std(correction=0).item(),
                (output == 0).all(dim=0).double().mean().item(),
            )

        handles.append(part.register_forward_hook(hook))
    try:
        with torch.no_grad():
            model(x)
    finally:
        for handle in handles:
            handle.remove()
    return stats
