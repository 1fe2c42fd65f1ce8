"""Capstone: eight heaps, none forgotten."""

import numpy as np
import torch
from torch import nn
from torch.nn.functional import softplus

from tutor import track
from tutor.yours import mode_report, r1_penalty

STEPS = 2000
BATCH = 128
NOISE = 2
WIDTH = 64
RATE = 0.003
GAMMA = 0.1


def heaps(X: np.ndarray) -> np.ndarray:
    """Return the centres of the eight heaps of a ring, shape (8, 2).

    This function is given. It is for watching, and not for training.

    Args:
        X: points of a ring around (0, 0), shape (N, 2).
    """
    angles = np.arctan2(X[:, 1], X[:, 0])
    # Eight times the angle is the same for all heaps.
    turn = np.angle(np.exp(8j * angles).mean()) / 8
    at = turn + 2 * np.pi * np.arange(8) / 8
    radius = np.linalg.norm(X, axis=1).mean()
    return radius * np.stack([np.cos(at), np.sin(at)], axis=1)


def network(outputs: int) -> nn.Sequential:
    """Return a network of two hidden layers from two numbers to `outputs`."""
    return nn.Sequential(
        nn.Linear(2, WIDTH),
        nn.ReLU(),
        nn.Linear(WIDTH, WIDTH),
        nn.ReLU(),
        nn.Linear(WIDTH, outputs),
    )


def train(X: np.ndarray, seed: int, steps: int = STEPS) -> nn.Module:
    """Return a generator trained for some steps.

    Args:
        X: points, shape (N, 2).
        seed: decides all that is random.
        steps: how many updates each player gets.
    """
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    data = torch.tensor(X, dtype=torch.float32)
    G, D = network(2), network(1)
    g_opt, d_opt = (
        torch.optim.Adam(net.parameters(), lr=RATE, betas=(0.5, 0.99))
        for net in (G, D)
    )
    for step in range(steps):
        # Full steps for the first half, then ever smaller ones: a duel that
        # still takes large steps never comes to rest.
        for opt in (g_opt, d_opt):
            opt.param_groups[0]["lr"] = RATE * min(1, 2 * (1 - step / steps))
        real = data[torch.randint(len(data), (BATCH,))]
        fake = G(torch.randn(BATCH, NOISE)).detach()
        for_real, for_fake = D(real), D(fake)
        d_loss = softplus(-for_real).mean() + softplus(for_fake).mean()
        d_opt.zero_grad()
        (d_loss + r1_penalty(D, real, GAMMA)).backward()
        d_opt.step()

        g_loss = softplus(-D(G(torch.randn(BATCH, NOISE)))).mean()
        g_opt.zero_grad()
        g_loss.backward()
        g_opt.step()
        if step % 10 == 0:
            track.scalar("D loss", d_loss.item(), step)
            track.scalar("G loss", g_loss.item(), step)
            track.scalar("D real", for_real.sigmoid().mean().item(), step)
            track.scalar("D fake", for_fake.sigmoid().mean().item(), step)
        if step % 100 == 0 or step == steps - 1:
            _watch(G, D, X, step)
    return G


def _watch(G, D, X, step):
    """Track modes, quality, fakes among data, and what D believes where."""
    made, centers = samples(G, 1000, seed=0), heaps(X)
    spread = np.linalg.norm(X[:, None] - centers, axis=2).min(axis=1)
    sigma = np.sqrt((spread**2).mean() / 2)
    modes, quality = mode_report(made, centers, sigma, 20)
    track.scalar("modes", modes, step)
    track.scalar("modes of", len(centers), step)
    track.scalar("quality", quality, step)
    both = np.concatenate([X[:200], made[:200]])
    kinds = ["data"] * len(X[:200]) + ["fakes"] * 200
    track.scatter("data and fakes", both, kinds, step)
    line = torch.linspace(-3, 3, 40)
    y, x = torch.meshgrid(-line, line, indexing="ij")
    with torch.no_grad():
        belief = D(torch.stack([x, y], dim=-1).reshape(-1, 2)).sigmoid()
    track.image("belief of D", belief.reshape(40, 40).numpy(), step)


def samples(G: nn.Module, count: int, seed: int) -> np.ndarray:
    """Return new points, float64, shape (count, 2).

    Args:
        G: what `train` returned.
        count: how many.
        seed: decides the noise.
    """
    # A generator of its own: drawing does not disturb a training.
    source = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        made = G(torch.randn(count, NOISE, generator=source))
    return made.double().numpy()
