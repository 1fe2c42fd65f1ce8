"""Capstone: digits to order."""

import copy

import numpy as np
import torch
from torch import nn
from torch.nn.functional import softplus

from tutor import track
from tutor.yours import r1_penalty

STEPS = 2500
BATCH = 128
NOISE = 16
WIDTH = 128
RATE = 0.002
GAMMA = 1.0
KEEP = 0.99


class Player(nn.Module):
    """Dense layers that are told a class: both players are made of it."""

    def __init__(self, inputs: int, outputs: int) -> None:
        """Make an untrained network for ten classes."""
        super().__init__()
        self.code = nn.Embedding(10, 10)
        self.body = nn.Sequential(
            nn.Linear(inputs + 10, WIDTH),
            nn.LeakyReLU(0.2),
            nn.Linear(WIDTH, WIDTH),
            nn.LeakyReLU(0.2),
            nn.Linear(WIDTH, outputs),
        )

    def forward(self, x: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        """Return outputs for inputs (N, inputs) and labels (N,)."""
        return self.body(torch.cat([x, self.code(labels)], dim=1))


def pictures(G, labels, source=None):
    """Return fakes (N, 64), ink from 0 to 1, with their graph."""
    noise = torch.randn(len(labels), NOISE, generator=source)
    return torch.sigmoid(G(noise, labels))


def train(
    X: np.ndarray, y: np.ndarray, seed: int, steps: int = STEPS
) -> nn.Module:
    """Return a generator trained for some steps.

    Args:
        X: digits, shape (N, 8, 8), ink from 0 to 16.
        y: which digit each of them is, shape (N,).
        seed: decides all that is random.
        steps: how many updates each player gets.
    """
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    data = torch.tensor(X.reshape(-1, 64) / 16, dtype=torch.float32)
    truth = torch.tensor(y)
    G, D = Player(NOISE, 64), Player(64, 1)
    # What is handed out: the generator swings, its mean of late does not.
    mean = copy.deepcopy(G)
    g_opt, d_opt = (
        torch.optim.Adam(net.parameters(), lr=RATE, betas=(0.0, 0.99))
        for net in (G, D)
    )
    for step in range(steps):
        rows = torch.randint(len(data), (BATCH,))
        real, labels = data[rows], truth[rows]

        def judged(x, labels=labels):
            return D(x, labels)

        # Fakes are ordered as often as the classes occur: by the same labels.
        fake = pictures(G, labels).detach()
        for_real, for_fake = judged(real), judged(fake)
        d_loss = softplus(-for_real).mean() + softplus(for_fake).mean()
        d_opt.zero_grad()
        (d_loss + r1_penalty(judged, real, GAMMA)).backward()
        d_opt.step()

        g_loss = softplus(-judged(pictures(G, labels))).mean()
        g_opt.zero_grad()
        g_loss.backward()
        g_opt.step()
        follow(mean, G, min(KEEP, step / (step + 10)))
        if step % 10 == 0:
            track.scalar("D loss", d_loss.item(), step)
            track.scalar("G loss", g_loss.item(), step)
            track.scalar("D real", for_real.sigmoid().mean().item(), step)
            track.scalar("D fake", for_fake.sigmoid().mean().item(), step)
        if step % 100 == 0 or step == steps - 1:
            _watch(mean, data, step)
    return mean


@torch.no_grad()
def follow(mean, G, keep):
    """Move the weights of `mean` toward those of `G`, and keep a part."""
    for old, new in zip(mean.parameters(), G.parameters(), strict=True):
        old.lerp_(new, 1 - keep)


def _watch(G, data, step):
    """Track a sheet of digits, and all pictures on a map of two directions."""
    labels = torch.arange(10).repeat(5)
    # The same noise each time: you see the same five of each digit grow.
    made = draw(G, labels.numpy(), seed=0)
    sheet = np.pad(made, ((0, 0), (0, 1), (0, 1))).reshape(5, 10, 9, 9)
    sheet = sheet.transpose(0, 2, 1, 3).reshape(45, 90)
    track.image("digits to order", sheet, step)
    centre = data.mean(dim=0)
    axes = torch.linalg.svd(data - centre, full_matrices=False)[2][:2].T
    fakes = torch.tensor(made.reshape(-1, 64) / 16, dtype=torch.float32)
    points = torch.cat([data[:300], fakes]) - centre
    kinds = ["data"] * min(300, len(data)) + ["fakes"] * len(fakes)
    track.scatter("data and fakes", (points @ axes).numpy(), kinds, step)


def draw(G: nn.Module, labels: np.ndarray, seed: int) -> np.ndarray:
    """Return new digits, shape (M, 8, 8), ink from 0 to 16.

    Args:
        G: what `train` returned.
        labels: which digit each is to be, shape (M,).
        seed: decides the noise.
    """
    # A generator of its own: drawing does not disturb a training.
    source = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        made = pictures(G, torch.tensor(labels), source)
    return 16.0 * made.double().numpy().reshape(-1, 8, 8)
