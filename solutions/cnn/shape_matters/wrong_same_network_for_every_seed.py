"""Seeds with a constant.

Three runs with three seeds are then one run, and their median says nothing
about luck.

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
    torch.manual_seed(0)
    torch.set_num_threads(1)
    rng = np.random.default_rng(0)
    net = network().train()
    signals = torch.from_numpy(X).float()
    truth = torch.from_numpy(y.copy())
    epochs = 5
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
