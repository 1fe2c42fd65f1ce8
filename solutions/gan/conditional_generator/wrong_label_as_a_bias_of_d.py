"""Adds one number for each class to the discriminator's logit.

That says which classes are often fake. Whether *this* sample is of *that* class it cannot
say: a right and a wrong pair get logits that differ in the same way for every sample.

Lesson: gan/labels#both-have-to-know
"""

import torch
from torch import nn

CODE = 8


class Generator(nn.Module):
    def __init__(self, noise: int, classes: int, outputs: int) -> None:
        super().__init__()
        self.code = nn.Embedding(classes, CODE)
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
        self.code = nn.Embedding(classes, 1)
        self.body = nn.Sequential(
            nn.Linear(inputs, 64),
            nn.ReLU(),
            nn.Linear(64, 64),
            nn.ReLU(),
            nn.Linear(64, 1),
        )

    def forward(self, x: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        return self.body(x) + self.code(labels)
