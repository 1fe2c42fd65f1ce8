"""Makes a new table of random numbers at every call.

No class has numbers that stay. The networks get noise beside the noise, and no optimiser
ever sees the table.

Lesson: gan/labels#a-name-is-no-amount
"""

import torch
from torch import nn

CODE = 8


class Generator(nn.Module):
    def __init__(self, noise: int, classes: int, outputs: int) -> None:
        super().__init__()
        self.classes = classes
        self.body = nn.Sequential(
            nn.Linear(noise + CODE, 64),
            nn.ReLU(),
            nn.Linear(64, 64),
            nn.ReLU(),
            nn.Linear(64, outputs),
        )

    def forward(self, z: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        return self.body(
            torch.cat([z, nn.Embedding(self.classes, CODE)(labels)], dim=1)
        )


class Discriminator(nn.Module):
    def __init__(self, inputs: int, classes: int) -> None:
        super().__init__()
        self.classes = classes
        self.body = nn.Sequential(
            nn.Linear(inputs + CODE, 64),
            nn.ReLU(),
            nn.Linear(64, 64),
            nn.ReLU(),
            nn.Linear(64, 1),
        )

    def forward(self, x: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        return self.body(
            torch.cat([x, nn.Embedding(self.classes, CODE)(labels)], dim=1)
        )
