"""Applies ReLU after the last layer as well.

Scores below zero are cut off, and with them their gradient. A class whose
score starts negative cannot rise.

Lesson: pytorch/modules#state-dicts
"""

from itertools import pairwise

import torch
from torch import nn


class Linear(nn.Module):
    """y = x W^T + b, with weight (outputs, inputs) and bias (outputs,)."""

    def __init__(self, inputs: int, outputs: int, bias: bool = True) -> None:
        """Create the parameters, uniform within 1 / sqrt(inputs)."""
        super().__init__()
        bound = inputs**-0.5
        weight = torch.empty(outputs, inputs).uniform_(-bound, bound)
        self.weight = nn.Parameter(weight)
        if bias:
            start = torch.empty(outputs).uniform_(-bound, bound)
            self.bias = nn.Parameter(start)
        else:
            self.register_parameter("bias", None)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return y of shape (..., outputs) for x (..., inputs)."""
        y = x @ self.weight.T
        return y if self.bias is None else y + self.bias


class MLP(nn.Module):
    """Linear layers with ReLU between them."""

    def __init__(self, sizes: tuple[int, ...]) -> None:
        """Create one layer for each pair of neighbours in sizes."""
        super().__init__()
        self.layers = nn.ModuleList(Linear(i, o) for i, o in pairwise(sizes))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the scores, shape (..., sizes[-1])."""
        for layer in self.layers:
            x = torch.relu(layer(x))
        return x
