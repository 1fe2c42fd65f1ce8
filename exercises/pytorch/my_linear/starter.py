"""A linear layer and a stack of them, as modules."""

import torch
from torch import nn


class Linear(nn.Module):
    """y = x W^T + b, with weight (outputs, inputs) and bias (outputs,)."""

    def __init__(self, inputs: int, outputs: int, bias: bool = True) -> None:
        """Create the parameters, uniform within 1 / sqrt(inputs)."""
        # TODO: weight and bias, so that the module finds them.
        raise NotImplementedError

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return y of shape (..., outputs) for x (..., inputs)."""
        # TODO: the formula; the bias may be None.
        raise NotImplementedError


class MLP(nn.Module):
    """Linear layers with ReLU between them."""

    def __init__(self, sizes: tuple[int, ...]) -> None:
        """Create one layer for each pair of neighbours in sizes."""
        # TODO: a list of layers that a module can see.
        raise NotImplementedError

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the scores, shape (..., sizes[-1])."""
        # TODO: layer after layer; where does ReLU not belong?
        raise NotImplementedError
