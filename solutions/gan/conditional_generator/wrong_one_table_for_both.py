"""Gives both players the same table of classes.

A step of the discriminator then changes the generator. The two are opponents; whatever
one of them learns to tell classes apart, the other unlearns.

Lesson: gan/labels#both-have-to-know
"""

import torch
from torch import nn

CODE = 8
TABLES = {}


def table(classes):
    if classes not in TABLES:
        TABLES[classes] = nn.Embedding(classes, CODE)
    return TABLES[classes]


class Generator(nn.Module):
    def __init__(self, noise: int, classes: int, outputs: int) -> None:
        super().__init__()
        self.code = table(classes)
        self.body = nn.Sequential(
            nn.Linear(noise + CODE, 64),
            nn.ReLU(),
            nn.Linear(64, 64),
            nn.ReLU(),
            nn.Linear(64, outputs),
        )

    def forward(self, z: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        return self.body(torch.cat([z, self.code(labels)], dim=1))


class Discriminator(nn.Module):
    def __init__(self, inputs: int, classes: int) -> None:
        super().__init__()
        self.code = table(classes)
        self.body = nn.Sequential(
            nn.Linear(inputs + CODE, 64),
            nn.ReLU(),
            nn.Linear(64, 64),
            nn.ReLU(),
            nn.Linear(64, 1),
        )

    def forward(self, x: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        return self.body(torch.cat([x, self.code(labels)], dim=1))
