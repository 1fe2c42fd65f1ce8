"""Shows the discriminator fakes under labels that they were not ordered with.

Such fakes are easy to tell: most of them are another digit than their label says. So the
discriminator learns to ask for the label and for little else, and the generator makes what
pleases it: the most typical picture of each digit, and hardly any other. All orders are
obeyed, and the variety is gone.

Lesson: gan/labels#an-order-and-a-judge-who-reads-it
"""

import copy

import numpy as np
import torch
from torch import nn
from torch.nn.functional import softplus

from tutor.yours import r1_penalty

STEPS = 2500
BATCH = 128
NOISE = 16
WIDTH = 128
RATE = 0.002
GAMMA = 1.0
KEEP = 0.99


class Player(nn.Module):
    def __init__(self, inputs: int, outputs: int) -> None:
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
        return self.body(torch.cat([x, self.code(labels)], dim=1))


def pictures(G, labels, source=None):
    noise = torch.randn(len(labels), NOISE, generator=source)
    return torch.sigmoid(G(noise, labels))


def train(
    X: np.ndarray, y: np.ndarray, seed: int, steps: int = STEPS
) -> nn.Module:
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    data = torch.tensor(X.reshape(-1, 64) / 16, dtype=torch.float32)
    truth = torch.tensor(y)
    G, D = Player(NOISE, 64), Player(64, 1)
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

        others = labels[torch.randperm(len(labels))]
        fake = pictures(G, others).detach()
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
    return mean


@torch.no_grad()
def follow(mean, G, keep):
    for old, new in zip(mean.parameters(), G.parameters(), strict=True):
        old.lerp_(new, 1 - keep)


def draw(G: nn.Module, labels: np.ndarray, seed: int) -> np.ndarray:
    source = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        made = pictures(G, torch.tensor(labels), source)
    return 16.0 * made.double().numpy().reshape(-1, 8, 8)
