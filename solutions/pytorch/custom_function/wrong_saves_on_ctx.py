"""Keeps `x` as an attribute of `ctx`, past torch's guard.

`save_for_backward` notes the version of the tensor and raises if it was
changed in place since. An attribute has no such guard: the gradient is
computed from the new numbers, and nobody is told.

Lesson: pytorch/autograd#a-backward-of-your-own
"""

import math

import torch
from torch.autograd import Function


class Quantise(Function):
    """Round to a grid; let gradients pass straight through inside [-1, 1]."""

    @staticmethod
    def forward(ctx, x: torch.Tensor, levels: int) -> torch.Tensor:
        """Return x, clipped to [-1, 1], on the grid of 1 / levels."""
        ctx.x = x
        return torch.round(x.clamp(-1, 1) * levels) / levels

    @staticmethod
    def backward(ctx, upstream: torch.Tensor) -> tuple:
        """Return the gradient for x, and None for levels."""
        x = ctx.x
        return upstream * (x.abs() <= 1), None


class LogCosh(Function):
    """log(cosh(beta * x)) / beta, without overflow."""

    @staticmethod
    def forward(ctx, x: torch.Tensor, beta: float) -> torch.Tensor:
        """Return the value for every entry of x."""
        ctx.x = x
        ctx.beta = beta
        t = (beta * x).abs()
        # cosh t = exp(t) (1 + exp(-2t)) / 2, and t is not negative.
        return (t + torch.log1p(torch.exp(-2 * t)) - math.log(2)) / beta

    @staticmethod
    def backward(ctx, upstream: torch.Tensor) -> tuple:
        """Return the gradient for x, and None for beta."""
        x = ctx.x
        return upstream * torch.tanh(ctx.beta * x), None
