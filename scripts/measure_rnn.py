"""Measure what the lessons on recurrent networks say of trained networks.

Run from the root of the repository: ``python scripts/measure_rnn.py``. On the adding problem
over 50 steps it prints the mean squared error on 1,000 fresh sequences after 1,200 batches,
for a tanh layer, an LSTM and a GRU, three seeds each, and the CPU seconds of one.
"""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import time

import numpy as np
import torch
from torch import nn

from tutor.datasets.sequences import adding_problem

UNITS, BATCH, BATCHES, RATE = 64, 64, 1200, 1e-2


class Adder(nn.Module):
    """A recurrent layer of 64 units and one number read from its last state."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.layer = getattr(nn, kind)(2, UNITS, batch_first=True)
        self.read = nn.Linear(UNITS, 1)

    def forward(self, X: torch.Tensor) -> torch.Tensor:
        states, _ = self.layer(X)
        return self.read(states[:, -1])[:, 0]


def learn(kind: str, steps: int, seed: int) -> float:
    """Return the error on fresh sequences after training."""
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    net = Adder(kind)
    optimiser = torch.optim.Adam(net.parameters(), lr=RATE)
    for _ in range(BATCHES):
        X, y = map(torch.from_numpy, adding_problem(BATCH, steps, rng))
        loss = (net(X.float()) - y.float()).square().mean()
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimiser.step()
    X, y = map(torch.from_numpy, adding_problem(1000, steps, rng))
    with torch.no_grad():
        return float((net(X.float()) - y.float()).square().mean())


def show(title: str, kind: str, steps: int) -> None:
    start = time.process_time()
    errors = [learn(kind, steps, seed) for seed in (0, 1, 2)]
    seconds = (time.process_time() - start) / 3
    print(f"{title:16s}" + " ".join(f"{e:.4f}" for e in errors) + f"   {seconds:.1f} s")


def main() -> None:
    """Print one line per kind of layer."""
    torch.set_num_threads(1)
    for kind in ("RNN", "LSTM", "GRU"):
        show(f"{kind}, 50 steps", kind, 50)


if __name__ == "__main__":
    main()
