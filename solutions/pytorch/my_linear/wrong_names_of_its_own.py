"""Calls the parameters `W` and `b`.

Names are the keys of a state_dict. With other names no saved model of torch's
can be loaded.

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
        self.W = nn.Parameter(weight)
        if bias:
            start = torch.empty(outputs).uniform_(-bound, bound)
            self.b = nn.Parameter(start)
        else:
            self.register_parameter("b", None)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return y of shape (..., outputs) for x (..., inputs)."""
        y = x @ self.W.T
        return y if self.b is None else y + self.b


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
