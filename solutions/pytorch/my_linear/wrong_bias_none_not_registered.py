"""Leaves the layer without an attribute `bias` when there is none.

Code that asks `layer.bias is None`, as torch's own does, stops with an
AttributeError. Say that there is none.

Lesson: pytorch/modules#found-by-assignment
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

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return y of shape (..., outputs) for x (..., inputs)."""
        y = x @ self.weight.T
        return y + self.bias if hasattr(self, "bias") else y


class MLP(nn.Module):
    """Linear layers with ReLU between them."""

    def __init__(self, sizes: tuple[int, ...]) -> None:
        """Create one layer for each pair of neighbours in sizes."""
        super().__init__()
        self.layers = nn.ModuleList(Linear(i, o) for i, o in pairwise(sizes))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the scores, shape (..., sizes[-1])."""
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
        return self.layers[-1](x)
