"""Another right way: lists of modules, and softplus for the loss."""

from torch import nn


class Autoencoder(nn.Module):
    def __init__(self, sizes, act=nn.ReLU):
        super().__init__()
        down = list(sizes)
        self.down = nn.ModuleList(map(nn.Linear, down[:-1], down[1:]))
        up = list(reversed(down))
        self.up = nn.ModuleList(map(nn.Linear, up[:-1], up[1:]))
        self.bend = act()

    def through(self, layers, h):
        for layer in layers[:-1]:
            h = self.bend(layer(h))
        return layers[-1](h)

    def encode(self, x):
        return self.through(self.down, x)

    def decode(self, z):
        return self.through(self.up, z)

    def forward(self, x):
        return self.decode(self.encode(x))


def pixel_loss(logits, x):
    surprise = nn.functional.softplus(logits) - x * logits
    return surprise.flatten(1).sum(1).mean()
