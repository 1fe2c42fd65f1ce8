"""Draws the first weights from a generator that was never seeded.

Two runs with the same seed then differ, and a result cannot be repeated.

Lesson: ann/measuring#split-before-you-look
"""

import numpy as np
import torch
from torch import nn


def network():
    layers, width = [nn.Unflatten(1, (1, 40))], 1
    for stride in (1, 2, 2):
        layers += [
            nn.Conv1d(width, 16, 5, stride=stride, padding=2),
            nn.BatchNorm1d(16),
            nn.ReLU(),
        ]
        width = 16
    return nn.Sequential(*layers, nn.Flatten(), nn.Linear(160, 10))


def train(X, y, seed):
    torch.seed()
    torch.set_num_threads(1)
    rng = np.random.default_rng(seed)
    net = network().train()
    signals = torch.from_numpy(X).float()
    truth = torch.from_numpy(y.copy())
    epochs = 9
    optimiser = torch.optim.SGD(
        net.parameters(), lr=0.1, momentum=0.9, weight_decay=5e-4
    )
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, epochs)
    for _ in range(epochs):
        order = rng.permutation(len(X))
        for start in range(0, len(X), 50):
            batch = torch.from_numpy(order[start : start + 50])
            loss = nn.functional.cross_entropy(
                net(signals[batch]), truth[batch]
            )
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
        schedule.step()
    return net


@torch.no_grad()
def scores(net, X):
    net.eval()
    return net(torch.from_numpy(X).float()).numpy()
