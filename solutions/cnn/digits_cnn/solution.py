"""Capstone: a convolutional network that reads handwriting."""

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from tutor import track

WIDTH = 12
EPOCHS = 12
BATCH = 64
RATE = 0.01


class Net(nn.Module):
    """Three convolutions and a dense layer."""

    def __init__(self) -> None:
        """Make an untrained network."""
        super().__init__()
        self.first = nn.Conv2d(1, WIDTH, 3, padding=1)
        self.body = nn.Sequential(
            nn.BatchNorm2d(WIDTH),
            nn.ReLU(),
            *_block(WIDTH, 2 * WIDTH),
            nn.MaxPool2d(2),
            *_block(2 * WIDTH, 2 * WIDTH),
        )
        self.out = nn.Linear(2 * WIDTH * 4 * 4, 10)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return logits (N, 10) of images (N, 1, 8, 8), pixels 0 to 1."""
        return self.out(self.body(self.first(x)).flatten(1))


def _block(c_in, c_out):
    """Return convolution, norm and ReLU; the size stays."""
    return (
        nn.Conv2d(c_in, c_out, 3, padding=1, bias=False),
        nn.BatchNorm2d(c_out),
        nn.ReLU(),
    )


def train(X: np.ndarray, y: np.ndarray, seed: int) -> Net:
    """Return a trained network.

    Args:
        X: images, shape (N, 8, 8), pixels from 0 to 16.
        y: the digit of each image, shape (N,).
        seed: decides all that is random.
    """
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    images, labels = _as_input(X), torch.tensor(y)
    # The last tenth is never trained on; it shows how new images fare.
    cut = len(X) - len(X) // 10
    net = Net()
    steps = EPOCHS * -(-cut // BATCH)
    optimiser = torch.optim.Adam(net.parameters(), lr=RATE)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, RATE, total_steps=steps
    )
    step = 0
    for _ in range(EPOCHS):
        net.train()
        for batch in torch.randperm(cut).split(BATCH):
            logits = net(_moved(images[batch]))
            loss = F.cross_entropy(logits, labels[batch])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            track.scalar("loss", loss.item(), step)
            step += 1
        _watch(net, X, y, cut, step)
    return net


def scores(net: Net, X: np.ndarray) -> np.ndarray:
    """Return the logits of a trained network, shape (M, 10).

    Args:
        net: what `train` returned.
        X: images, shape (M, 8, 8), pixels from 0 to 16.
    """
    net.eval()
    with torch.no_grad():
        return net(_as_input(X)).numpy()


def _as_input(X):
    """Return images as the network wants them: (N, 1, 8, 8), 0 to 1."""
    return torch.tensor(X[:, None] / 16, dtype=torch.float32)


def _moved(images):
    """Return each image moved by -1, 0 or 1 pixel, down and across."""
    framed = F.pad(images, (1, 1, 1, 1))
    corner = torch.randint(0, 3, (2, len(images), 1))
    rows, columns = corner + torch.arange(images.shape[-1])
    each = torch.arange(len(images))[:, None, None]
    return framed[each, :, rows[:, :, None], columns[:, None, :]].movedim(3, 1)


def _watch(net, X, y, cut, step):
    """Track accuracy, filters, feature maps, confusion and mistakes."""
    guess = scores(net, X).argmax(axis=1)
    right = guess == y
    track.scalar("train accuracy", right[:cut].mean(), step)
    track.scalar("held-out accuracy", right[cut:].mean(), step)
    counts = np.zeros((10, 10))
    np.add.at(counts, (y[cut:], guess[cut:]), 1)
    track.confusion("held-out digits", counts, step)
    with torch.no_grad():
        filters = net.first.weight[:, 0].numpy()
        maps = torch.relu(net.first(_as_input(X[cut:][:1])))[0].numpy()
    track.image("filters", _in_a_row(filters), step)
    track.image("feature maps of one digit", _in_a_row(maps), step)
    mistakes = X[cut:][~right[cut:]][:6]
    if len(mistakes):
        track.image("misread digits", _in_a_row(mistakes), step)
        said = ", ".join(
            f"{a} read as {b}"
            for a, b in zip(y[cut:], guess[cut:], strict=True)
            if a != b
        )
        track.text("mistakes", said, step)


def _in_a_row(images):
    """Return small images side by side, a dark column between them."""
    low = images.min()
    padded = np.pad(images, ((0, 0), (0, 0), (0, 1)), constant_values=low)
    return np.hstack(list(padded))
