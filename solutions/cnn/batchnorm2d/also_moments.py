"""Another right way: flattened channels, plain buffers replaced each time."""

import torch
from torch import nn


class BatchNorm2d(nn.Module):
    def __init__(self, channels, momentum=0.1, eps=1e-5):
        super().__init__()
        self.momentum = momentum
        self.eps = eps
        self.weight = nn.Parameter(torch.full((channels,), 1.0))
        self.bias = nn.Parameter(torch.full((channels,), 0.0))
        self.register_buffer("running_mean", torch.full((channels,), 0.0))
        self.register_buffer("running_var", torch.full((channels,), 1.0))

    def forward(self, x):
        n, c, h, w = x.shape
        if self.training:
            if n * h * w < 2:
                raise ValueError("not enough values")
            rows = x.permute(1, 0, 2, 3).reshape(c, -1)
            mu = rows.mean(1)
            square = ((rows - mu[:, None]) ** 2).sum(1)
            m = self.momentum
            unbiased = square.detach() / (n * h * w - 1)
            self.running_mean = (1 - m) * self.running_mean + m * mu.detach()
            self.running_var = (1 - m) * self.running_var + m * unbiased
            sigma2 = square / (n * h * w)
        else:
            mu, sigma2 = self.running_mean, self.running_var
        shape = (1, c, 1, 1)
        unit = (x - mu.view(shape)) * torch.rsqrt(sigma2 + self.eps).view(
            shape
        )
        return self.weight.view(shape) * unit + self.bias.view(shape)


def fold(weight, bias, norm):
    factor = norm.weight * torch.rsqrt(norm.running_var + norm.eps)
    kernels = torch.einsum("ocuv,o->ocuv", weight, factor)
    return kernels, factor * bias + norm.bias - factor * norm.running_mean
