"""Capstone: does the shape of the signal matter?"""

from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from tutor import track

WIDTH = 24
EPOCHS = 12
BATCH = 100
RATE = 0.01


class Net(nn.Module):
    """Three convolutions along the signal and a dense layer."""

    def __init__(self) -> None:
        """Make an untrained network."""
        super().__init__()
        self.layers = nn.Sequential(
            *_block(1, WIDTH),
            nn.MaxPool1d(2),
            *_block(WIDTH, WIDTH),
            nn.MaxPool1d(2),
            *_block(WIDTH, WIDTH),
            nn.Flatten(),
            nn.Linear(WIDTH * 10, 10),
        )

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return logits (N, 10) of signals (N, 40)."""
        return self.layers(x[:, None])


def _block(c_in, c_out):
    """Return convolution, norm and ReLU; the length stays."""
    return (
        nn.Conv1d(c_in, c_out, 5, padding=2, bias=False),
        nn.BatchNorm1d(c_out),
        nn.ReLU(),
    )


def train(X: np.ndarray, y: np.ndarray, seed: int) -> Any:
    """Return a trained network.

    Args:
        X: signals, shape (N, 40).
        y: the digit of each, shape (N,).
        seed: decides all that is random.
    """
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    signals = torch.tensor(X, dtype=torch.float32)
    labels = torch.tensor(y)
    # The last tenth is never trained on; it shows how new signals fare.
    cut = len(X) - len(X) // 10
    net = Net()
    optimiser = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=0.01)
    steps = EPOCHS * -(-cut // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, RATE, total_steps=steps
    )
    step = 0
    for _ in range(EPOCHS):
        net.train()
        for batch in torch.randperm(cut).split(BATCH):
            loss = F.cross_entropy(net(signals[batch]), labels[batch])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            track.scalar("loss", loss.item(), step)
            step += 1
        right = scores(net, X).argmax(axis=1) == y
        track.scalar("train accuracy", right[:cut].mean(), step)
        track.scalar("held-out accuracy", right[cut:].mean(), step)
        filters = net.layers[0].weight[:, 0].detach().numpy()
        track.image("filters of the first layer", filters, step)
    return net


def scores(net: Any, X: np.ndarray) -> np.ndarray:
    """Return the logits of a trained network, shape (M, 10).

    Args:
        net: what `train` returned.
        X: signals, shape (M, 40).
    """
    net.eval()
    with torch.no_grad():
        return net(torch.tensor(X, dtype=torch.float32)).numpy()
