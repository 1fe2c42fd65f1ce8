"""Capstone: a digit in two numbers."""

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from tutor import track

WIDTH = 128
EPOCHS = 80
BATCH = 64
RATE = 0.01


class Net(nn.Module):
    """An encoder to two numbers, and a decoder that mirrors it."""

    def __init__(self) -> None:
        """Make an untrained network."""
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
        """Return logits (N, 64) of images (N, 64), by way of two numbers."""
        return self.decoder(self.encoder(x))


def train(X: np.ndarray, seed: int) -> Net:
    """Return a trained network.

    Args:
        X: images, shape (N, 64), pixels from 0 to 1.
        seed: decides all that is random.
    """
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
    step = 0
    for epoch in range(EPOCHS):
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
            track.scalar("loss", loss.item(), step)
            step += 1
        if epoch % 5 == 4:
            _watch(net, X, cut, step)
    return net


def encode(net: Net, X: np.ndarray) -> np.ndarray:
    """Return the codes (M, 2) of images (M, 64)."""
    with torch.no_grad():
        x = torch.tensor(X, dtype=torch.float32)
        return net.encoder(x).numpy().astype(float)


def decode(net: Net, Z: np.ndarray) -> np.ndarray:
    """Return the images (M, 64), pixels from 0 to 1, of codes (M, 2)."""
    with torch.no_grad():
        z = torch.tensor(Z, dtype=torch.float32)
        return net.decoder(z).sigmoid().numpy().astype(float)


def _watch(net, X, cut, step):
    """Track errors, the codes, and images that the plane of codes holds."""
    Z = encode(net, X)
    errors = ((decode(net, Z) - X) ** 2).sum(axis=1)
    track.scalar("train error", errors[:cut].mean(), step)
    if cut < len(X):
        track.scalar("held-out error", errors[cut:].mean(), step)
    track.scatter("codes", Z, np.zeros(len(Z), int), step)
    low, high = np.quantile(Z, 0.05, axis=0), np.quantile(Z, 0.95, axis=0)
    sides = [np.linspace(a, b, 8) for a, b in zip(low, high, strict=True)]
    places = np.stack(np.meshgrid(*sides), axis=-1).reshape(-1, 2)
    shown = decode(net, places).reshape(8, 8, 8, 8)
    atlas = shown.transpose(0, 2, 1, 3).reshape(64, 64)
    track.image("the plane of codes, decoded", atlas, step)
