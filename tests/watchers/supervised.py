"""Classifiers and regressions, sound by default; each setting makes one of them ill."""

from itertools import pairwise

import numpy as np
import torch
from torch import nn

from tutor import track
from tutor.datasets import digits


def batches(rng, count, size, steps):
    for _ in range(steps):
        yield rng.integers(0, count, size)


def digit_data(rng, shuffled=False, scale=1 / 16, train=1400):
    data = digits()
    order = rng.permutation(len(data.labels))
    x = data.images.reshape(-1, 64)[order] * scale * (16 if data.images.max() <= 1 else 1)
    y = data.labels[order]
    if shuffled:
        y = rng.permutation(y)
    x, y = torch.tensor(x, dtype=torch.float32), torch.tensor(y)
    return x[:train], y[:train], x[train:], y[train:]


def digit_net(sizes=(64, 64, 10), activation=nn.ReLU):
    layers = []
    for a, b in pairwise(sizes):
        layers += [nn.Linear(a, b), activation()]
    return nn.Sequential(*layers[:-1])


def classifier(
    seed, lr=0.1, steps=400, sizes=(64, 64, 10), activation=nn.ReLU, shuffled=False,
    scale=1 / 16, train=1400, prepare=None, optimizer=torch.optim.SGD, size=64, **options,
):  # fmt: skip
    """Digits by a small network, with held-out loss and watched layers."""
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    x, y, held_x, held_y = digit_data(rng, shuffled, scale, train)
    net = digit_net(sizes, activation)
    if prepare:
        prepare(net)
    track.watch(net, every=20)
    opt = optimizer(net.parameters(), lr, **options)
    for step, batch in enumerate(batches(rng, len(x), size, steps)):
        loss = nn.functional.cross_entropy(net(x[batch]), y[batch])
        opt.zero_grad()
        loss.backward()
        opt.step()
        track.scalar("loss", loss.item(), step)
        if step % 20 == 0:
            with torch.no_grad():
                logits = net(held_x)
            held = nn.functional.cross_entropy(logits, held_y).item()
            right = (logits.argmax(1) == held_y).float().mean().item()
            track.scalar("validation loss", held, step)
            track.scalar("validation accuracy", right, step)
        yield step


def numpy_classifier(seed, lr=0.5, steps=300, shrink=1.0, units=32):
    """The same in numpy, by hand, with `track.layers`."""
    rng = np.random.default_rng(seed)
    data = digits()
    x = data.images.reshape(-1, 64)
    x, y = x / x.max(), np.eye(10)[data.labels]
    W1, W2 = (
        rng.normal(size=(64, units)) * np.sqrt(2 / 64),
        rng.normal(size=(units, 10)) * 0.1,
    )
    b1, b2 = np.zeros(units), np.zeros(10)
    for step, batch in enumerate(batches(rng, len(x), 64, steps)):
        h = np.maximum(x[batch] @ W1 + b1, 0)
        logits = h @ W2 + b2
        p = np.exp(logits - logits.max(1, keepdims=True))
        p /= p.sum(1, keepdims=True)
        loss = -np.log((p * y[batch]).sum(1)).mean()
        d = (p - y[batch]) / len(batch)
        dh = d @ W2.T * (h > 0)
        g1, g2 = x[batch].T @ dh, h.T @ d
        W1, W2, b1, b2 = W1 - lr * g1, W2 - lr * g2, b1 - lr * dh.sum(0), b2 - lr * d.sum(0)
        track.scalar("loss", loss, step)
        track.layers({"W1": (W1, g1), "W2": (W2, g2)}, step, every=20,
                     activations={"hidden": h}, inputs=x[batch])  # fmt: skip
        yield step


def regression(seed, lr=0.05, steps=400, momentum=0.0, scale=1.0):
    """A sine by tanh units, trained on all of it at once."""
    torch.manual_seed(seed)
    x = torch.linspace(-3, 3, 128)[:, None]
    y = torch.sin(2 * x) + 0.1 * torch.randn(128, 1)
    net = nn.Sequential(nn.Linear(1, 32), nn.Tanh(), nn.Linear(32, 1))
    track.watch(net, every=20)
    opt = torch.optim.SGD(net.parameters(), lr, momentum=momentum)
    for step in range(steps):
        loss = ((net(x * scale) - y) ** 2).mean()
        opt.zero_grad()
        loss.backward()
        opt.step()
        track.scalar("loss", loss.item(), step)
        yield step


def few_samples(seed, noise=1.0, samples=30, steps=400, lr=1e-2):
    """A large network on few noisy points, with held-out loss: it learns the noise."""
    torch.manual_seed(seed)
    w = torch.randn(10, 1)
    x, held_x = torch.randn(samples, 10), torch.randn(300, 10)
    y, held_y = (a @ w / 3 + noise * torch.randn(len(a), 1) for a in (x, held_x))
    net = nn.Sequential(nn.Linear(10, 128), nn.ReLU(), nn.Linear(128, 1))
    opt = torch.optim.Adam(net.parameters(), lr)
    for step in range(steps):
        loss = ((net(x) - y) ** 2).mean()
        opt.zero_grad()
        loss.backward()
        opt.step()
        track.scalar("training loss", loss.item(), step)
        if step % 5 == 0:
            with torch.no_grad():
                held = ((net(held_x) - held_y) ** 2).mean().item()
            track.scalar("validation loss", held, step)
        yield step


def recurrent(seed, gain=1.0, steps=150, length=30, lr=0.01):
    """A plain recurrent network that sums what it sees; a gain over 1 makes it explode."""
    torch.manual_seed(seed)
    net = nn.RNN(1, 24, nonlinearity="relu" if gain > 1 else "tanh", batch_first=True)
    read = nn.Linear(24, 1)
    both = nn.ModuleList([net, read])
    with torch.no_grad():
        nn.init.orthogonal_(net.weight_hh_l0, gain)
        net.weight_ih_l0.mul_(0.5)
    module = Recurrent(both)
    track.watch(module, every=10)
    opt = torch.optim.Adam(both.parameters(), lr)
    for step in range(steps):
        x = torch.rand(32, length, 1)
        loss = ((module(x) - x.mean(1)) ** 2).mean()
        opt.zero_grad()
        loss.backward()
        opt.step()
        track.scalar("loss", loss.item(), step)
        yield step


class Recurrent(nn.Module):
    """Reads a sequence and gives one number."""

    def __init__(self, parts):
        super().__init__()
        self.rnn, self.read = parts

    def forward(self, x):
        return self.read(self.rnn(x)[0][:, -1])
