"""Another right way: the root of the variance, and addcmul."""

import torch


def reparameterise(mu, logvar, draw, training=True):
    if training:
        deviation = logvar.mul(0.5).exp()
        return torch.addcmul(mu, draw(mu.size()), deviation)
    return mu.clone()
