"""The mask is kept instead of x; log cosh by way of softplus."""

import torch
import torch.nn.functional as F


class Quantise(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, levels):
        inside = (x >= -1) & (x <= 1)
        ctx.save_for_backward(inside)
        clipped = torch.where(inside, x, torch.sign(x))
        return torch.round(clipped * levels).div(levels)

    @staticmethod
    def backward(ctx, grad):
        (inside,) = ctx.saved_tensors
        return torch.where(inside, grad, torch.zeros_like(grad)), None


class LogCosh(torch.autograd.Function):
    @staticmethod
    def forward(x, beta):
        t = beta * x
        return (F.softplus(-2 * t) + t - torch.log(t.new_tensor(2.0))) / beta

    @staticmethod
    def setup_context(ctx, inputs, output):
        x, ctx.beta = inputs
        ctx.save_for_backward(x)

    @staticmethod
    def backward(ctx, grad):
        (x,) = ctx.saved_tensors
        return (ctx.beta * x).tanh() * grad, None
