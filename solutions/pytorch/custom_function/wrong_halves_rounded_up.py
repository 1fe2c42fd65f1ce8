"""Rounds halves up, with `floor` of the number plus one half.

`torch.round` takes a half to its even neighbour: 0.5 to 0, 1.5 to 2, 2.5 to 2.
Always up, the grid leans to one side by half a step wherever values lie in the
middle, as they often do on a grid that has been halved.

Lesson: pytorch/autograd#a-gradient-that-is-not-true
"""

import math

import torch
from torch.autograd import Function


class Quantise(Function):
    """Round to a grid; let gradients pass straight through inside [-1, 1]."""

    @staticmethod
    def forward(ctx, x: torch.Tensor, levels: int) -> torch.Tensor:
        """Return x, clipped to [-1, 1], on the grid of 1 / levels."""
        ctx.save_for_backward(x)
        return torch.floor(x.clamp(-1, 1) * levels + 0.5) / levels

    @staticmethod
    def backward(ctx, upstream: torch.Tensor) -> tuple:
        """Return the gradient for x, and None for levels."""
        (x,) = ctx.saved_tensors
        return upstream * (x.abs() <= 1), None


class LogCosh(Function):
    """log(cosh(beta * x)) / beta, without overflow."""

    @staticmethod
    def forward(ctx, x: torch.Tensor, beta: float) -> torch.Tensor:
        """Return the value for every entry of x."""
        ctx.save_for_backward(x)
        ctx.beta = beta
        t = (beta * x).abs()
        # cosh t = exp(t) (1 + exp(-2t)) / 2, and t is not negative.
        return (t + torch.log1p(torch.exp(-2 * t)) - math.log(2)) / beta

    @staticmethod
    def backward(ctx, upstream: torch.Tensor) -> tuple:
        """Return the gradient for x, and None for beta."""
        (x,) = ctx.saved_tensors
        return upstream * torch.tanh(ctx.beta * x), None
