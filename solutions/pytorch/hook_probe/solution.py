"""What comes out of each part of a network."""

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

    def hook_for(name):
        def hook(part, args, output):
            if not isinstance(output, torch.Tensor):
                return
            calls[name] = calls.get(name, 0) + 1
            count = calls[name]
            key = name if count == 1 else f"{name}:{count}"
            # Numbers, now: the next part may overwrite the output.
            stats[key] = (
                output.mean().item(),
                output.std(correction=0).item(),
                (output == 0).all(dim=0).double().mean().item(),
            )

        return hook

    handles = [
        part.register_forward_hook(hook_for(name))
        for name, part in model.named_modules()
        if part is not model
    ]
    try:
        with torch.no_grad():
            model(x)
    finally:
        for handle in handles:
            handle.remove()
    return stats
