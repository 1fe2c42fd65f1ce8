"""Returns logits as images.

The loss takes logits; whoever looks at an image wants pixels. The sigmoid that the loss
had in it has to be applied when decoding.

Lesson: autoencoder/deep#which-loss
"""

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

WIDTH = 128
EPOCHS = 80
BATCH = 64
RATE = 0.01


class Net(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.encoder = nn.Sequential(
            nn.Linear(64, WIDTH),
            nn.ReLU(),
            nn.Linear(WIDTH, WIDTH // 2),
            nn.ReLU(),
            nn.Linear(WIDTH // 2, 2),
        )
        self.decoder = nn.Sequential(
            nn.Linear(2, WIDTH // 2),
            nn.ReLU(),
            nn.Linear(WIDTH // 2, WIDTH),
            nn.ReLU(),
            nn.Linear(WIDTH, 64),
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.decoder(self.encoder(x))


def train(X: np.ndarray, seed: int) -> Net:
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    images = torch.tensor(X, dtype=torch.float32)
    # The last tenth is never trained on; it shows how new images fare.
    cut = len(X) - len(X) // 10
    net = Net()
    optimiser = torch.optim.Adam(net.parameters(), lr=RATE)
    steps = EPOCHS * -(-cut // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, RATE, total_steps=steps
    )
    for _ in range(EPOCHS):
        for batch in torch.randperm(cut).split(BATCH):
            x = images[batch]
            # Cross-entropy of an image: its slope does not die.
            loss = F.binary_cross_entropy_with_logits(
                net(x), x, reduction="sum"
            ) / len(x)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
    return net


def encode(net: Net, X: np.ndarray) -> np.ndarray:
    with torch.no_grad():
        x = torch.tensor(X, dtype=torch.float32)
        return net.encoder(x).numpy().astype(float)


def decode(net: Net, Z: np.ndarray) -> np.ndarray:
    with torch.no_grad():
        z = torch.tensor(Z, dtype=torch.float32)
        return net.decoder(z).numpy().astype(float)
