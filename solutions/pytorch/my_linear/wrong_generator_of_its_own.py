"""Draws the start from a generator of its own, seeded inside.

Every layer then starts with the same numbers, and `torch.manual_seed` has no
say: a second run with another seed is the first run again. What belongs to the
run draws from the generator of the run.

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
        own = torch.Generator().manual_seed(0)
        weight = torch.empty(outputs, inputs)
        weight.uniform_(-bound, bound, generator=own)
        self.weight = nn.Parameter(weight)
        if bias:
            start = torch.empty(outputs)
            start.uniform_(-bound, bound, generator=own)
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
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
        return self.layers[-1](x)
