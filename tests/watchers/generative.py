"""Autoencoders and games, sound by default; each setting makes one of them ill."""

import math

import numpy as np
import torch
from torch import nn

from tests.watchers.supervised import batches, digit_data
from tutor import track


def autoencoder(seed, lr=2e-3, steps=300):
    """Digits through eight numbers."""
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    x, *_ = digit_data(rng)
    net = nn.Sequential(
        nn.Linear(64, 48), nn.ReLU(), nn.Linear(48, 8), nn.Linear(8, 48), nn.ReLU(),
        nn.Linear(48, 64), nn.Sigmoid(),
    )  # fmt: skip
    track.watch(net, every=20)
    opt = torch.optim.Adam(net.parameters(), lr)
    for step, batch in enumerate(batches(rng, len(x), 64, steps)):
        loss = ((net(x[batch]) - x[batch]) ** 2).mean()
        opt.zero_grad()
        loss.backward()
        opt.step()
        track.scalar("loss", loss.item(), step)
        yield step


def vae(seed, beta=1.0, steps=350, lr=2e-3):
    """Digits by a variational autoencoder; a large beta makes its posterior collapse."""
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    x, *_ = digit_data(rng)
    encoder = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 16))
    decoder = nn.Sequential(nn.Linear(8, 64), nn.ReLU(), nn.Linear(64, 64))
    track.watch(encoder, every=20, name="encoder")
    track.watch(decoder, every=20, name="decoder")
    opt = torch.optim.Adam([*encoder.parameters(), *decoder.parameters()], lr)
    for step, batch in enumerate(batches(rng, len(x), 64, steps)):
        mean, log_var = encoder(x[batch]).chunk(2, 1)
        z = mean + torch.randn_like(mean) * (log_var / 2).exp()
        bce = nn.functional.binary_cross_entropy_with_logits
        lost = bce(decoder(z), x[batch].clamp(0, 1), reduction="sum") / len(batch)
        kl = 0.5 * (mean**2 + log_var.exp() - 1 - log_var).sum(1).mean()
        loss = lost + beta * kl
        opt.zero_grad()
        loss.backward()
        opt.step()
        track.scalar("loss", loss.item(), step)
        track.scalar("reconstruction", lost.item(), step)
        track.scalar("KL", kl.item(), step)
        yield step


def game(seed, steps=600, strong=1, lr_g=2e-3, lr_d=2e-3, saturating=False, modes=4,
         noise=0.3, width=1.0, narrow=False):  # fmt: skip
    """A game for points of a ring of Gaussians in the plane."""
    torch.manual_seed(seed)
    angles = torch.arange(modes) * 2 * math.pi / modes
    centres = torch.stack([angles.cos(), angles.sin()], 1)
    g = nn.Sequential(
        nn.Linear(2, 32), nn.ReLU(), nn.Linear(32, 32), nn.ReLU(), nn.Linear(32, 2)
    )
    d = nn.Sequential(
        nn.Linear(2, 32), nn.ReLU(), nn.Linear(32, 32), nn.ReLU(), nn.Linear(32, 1)
    )
    track.watch(g, every=20, name="G")
    track.watch(d, every=20, name="D")
    opt_g = torch.optim.Adam(g.parameters(), lr_g, betas=(0.5, 0.9))
    opt_d = torch.optim.Adam(d.parameters(), lr_d, betas=(0.5, 0.9))
    bce = nn.functional.binary_cross_entropy_with_logits
    for step in range(steps):
        for _ in range(strong):
            real = centres[torch.randint(modes, (64,))] + noise * 0.3 * torch.randn(64, 2)
            z = torch.randn(64, 2) * width
            fake = g(z).detach()
            blur = 0.0 if strong > 1 else noise
            seen_real = d(real + blur * torch.randn(64, 2))
            seen_fake = d(fake + blur * torch.randn(64, 2))
            loss_d = bce(seen_real, torch.ones(64, 1)) + bce(seen_fake, torch.zeros(64, 1))
            opt_d.zero_grad()
            loss_d.backward()
            opt_d.step()
        blurred = g(torch.randn(64, 2) * width) + (
            0.0 if strong > 1 else noise
        ) * torch.randn(64, 2)
        logits = d(blurred)
        wanted = torch.ones(64, 1)
        loss_g = -bce(logits, torch.zeros(64, 1)) if saturating else bce(logits, wanted)
        opt_g.zero_grad()
        loss_g.backward()
        opt_g.step()
        track.scalar("D loss", loss_d.item(), step)
        track.scalar("G loss", loss_g.item(), step)
        track.scalar("D real", seen_real.sigmoid().mean().item(), step)
        track.scalar("D fake", seen_fake.sigmoid().mean().item(), step)
        if step % 20 == 0:
            with torch.no_grad():
                made = g(torch.randn(256, 2) * width)
            near = torch.cdist(made, centres).min(1)
            counts = torch.bincount(near.indices[near.values < 0.5], minlength=modes)
            track.scalar("modes", int((counts > 256 // (8 * modes)).sum()), step)
            track.scalar("modes of", modes, step)
        yield step
