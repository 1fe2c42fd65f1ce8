"""Reads the digits with dense layers.

That is the network of the first topic. It learns each stroke anew at each
place, and a move by one pixel costs it far more.

Lesson: cnn/architectures#a-reader-of-digits
"""

import numpy as np
import torch
from torch import nn


class Net(nn.Sequential):
    def __init__(self):
        super().__init__(
            nn.Flatten(), nn.Linear(64, 128), nn.ReLU(), nn.Linear(128, 10)
        )


def train(X, y, seed):
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    rng = np.random.default_rng(seed)
    net = Net().train()
    truth = torch.from_numpy(y.copy())
    epochs = 6
    optimiser = torch.optim.SGD(net.parameters(), lr=0.05, momentum=0.9)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, epochs)
    for _ in range(epochs):
        order = rng.permutation(len(X))
        for start in range(0, len(X) - 1, 32):
            batch = order[start : start + 32]
            images = np.stack([moved(X[i], rng) for i in batch])
            z = net(torch.tensor(images[:, None] / 16, dtype=torch.float32))
            loss = nn.functional.cross_entropy(z, truth[batch])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
        schedule.step()
    return net.eval()


def moved(image, rng):
    framed = np.pad(image, 1)
    a, b = rng.integers(0, 3, 2)
    return framed[a : a + 8, b : b + 8]


@torch.no_grad()
def scores(net, X):
    net.eval()
    return net(torch.tensor(X / 16, dtype=torch.float32).unsqueeze(1)).numpy()
