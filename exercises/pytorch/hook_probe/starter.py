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
    # TODO: a hook in every part; run once; remove every hook.
    raise NotImplementedError
