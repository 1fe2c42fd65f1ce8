"""Measure what the lessons of topic pytorch report: bug signatures, and ways to be fast.

Run from the root of the repository: ``python scripts/measure_pytorch.py``.

The first table trains a 64-64-10 network with dropout 0.5 on the digits, batches of 32,
plain SGD with rate 0.1, ten epochs, with one bug at a time, for five seeds; it prints
medians: the training loss of epochs 1, 2 and 10, the test loss and accuracy at the end, by
how much two evaluations in a row differ, and the norm of the gradient at steps 1, 5 and 10
with rate 0.001. A line
below gives the double softmax with Adam. The tables after it show
where the time of an epoch goes and time ways to compute the same; what they print depends
on the machine.
"""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import statistics
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch import nn

from tutor.datasets import digits

torch.set_num_threads(1)
BUGS = (
    "none",
    "gradients kept",
    "no step",
    "one step per epoch",
    "fit in eval mode",
    "measured in training mode",
    "softmax twice",
    "mean of batch means",
    "labels shifted by one",
)


def network() -> nn.Sequential:
    return nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Dropout(0.5), nn.Linear(64, 10))


def batches(X: torch.Tensor, y: torch.Tensor, order: np.ndarray) -> list[Any]:
    return [(X[o], y[o]) for o in np.split(order, range(32, len(order), 32))]


def loss_of(model: nn.Module, X: torch.Tensor, y: torch.Tensor, bug: str) -> torch.Tensor:
    scores = model(X)
    if bug == "softmax twice":
        scores = scores.softmax(1)
    target = (y + 1) % 10 if bug == "labels shifted by one" else y
    return nn.functional.cross_entropy(scores, target)


def fit(
    model: nn.Module, loader: list[Any], opt: Any, bug: str
) -> tuple[float, list[float]]:
    """Return the training loss of an epoch, and the norm of the gradient of each step."""
    model.train(bug != "fit in eval mode")
    total, count, norms = 0.0, 0, []
    for X, y in loader:
        if bug != "gradients kept":
            opt.zero_grad()
        loss = loss_of(model, X, y, bug)
        loss.backward()
        squares = [(p.grad**2).sum() for p in model.parameters() if p.grad is not None]
        norms.append(float(torch.stack(squares).sum().sqrt()))
        if bug not in ("no step", "one step per epoch"):
            opt.step()
        total, count = total + loss.item() * len(y), count + len(y)
    if bug == "one step per epoch":
        opt.step()
    return total / count, norms


def evaluate(model: nn.Module, loader: list[Any], bug: str) -> tuple[float, float]:
    model.train(bug == "measured in training mode")
    total, hits, count, means = 0.0, 0, 0, []
    with torch.no_grad():
        for X, y in loader:
            scores = model(X)
            means.append(loss_of(model, X, y, bug).item())
            total, count = total + means[-1] * len(y), count + len(y)
            hits += int((scores.argmax(1) == y).sum())
    if bug == "mean of batch means":
        return statistics.mean(means), hits / count
    return total / count, hits / count


def one_run(bug: str, seed: int) -> list[float]:
    """Return the numbers of the first table for one seed."""
    data = digits()
    X = torch.tensor(data.images.reshape(-1, 64) / 16, dtype=torch.float32)
    y = torch.tensor(data.labels)
    rng = np.random.default_rng(seed)
    order = rng.permutation(len(y))
    test, train = order[:359], order[359:]
    held = batches(X, y, test)

    torch.manual_seed(seed)
    model = network()
    slow = torch.optim.SGD(model.parameters(), lr=0.001)
    _, norms = fit(model, batches(X, y, rng.permutation(train))[:10], slow, bug)

    torch.manual_seed(seed)
    model = network()
    opt = torch.optim.SGD(model.parameters(), lr=0.1)
    losses = []
    for _ in range(10):
        losses.append(fit(model, batches(X, y, rng.permutation(train)), opt, bug)[0])
    first, accuracy = evaluate(model, held, bug)
    again, _ = evaluate(model, held, bug)
    chosen = [losses[0], losses[1], losses[9], first, accuracy, abs(first - again)]
    return [*chosen, norms[0], norms[4], norms[9]]


def softmax_twice_with_adam(seed: int) -> tuple[float, float]:
    """Return training loss and test accuracy after 30 epochs of Adam, rate 0.003."""
    data = digits()
    X = torch.tensor(data.images.reshape(-1, 64) / 16, dtype=torch.float32)
    y = torch.tensor(data.labels)
    rng = np.random.default_rng(seed)
    order = rng.permutation(len(y))
    test, train = order[:359], order[359:]
    torch.manual_seed(seed)
    model = network()
    opt = torch.optim.Adam(model.parameters(), lr=0.003)
    for _ in range(30):
        loss, _ = fit(model, batches(X, y, rng.permutation(train)), opt, "softmax twice")
    return loss, evaluate(model, batches(X, y, test), "softmax twice")[1]


def clock(function: Callable[[], Any]) -> float:
    """Return the least milliseconds of processor time of five calls."""
    best = float("inf")
    for _ in range(5):
        start = time.process_time()
        function()
        best = min(best, time.process_time() - start)
    return best * 1000


def profiled() -> list[tuple[str, int, float, float]]:
    """Return name, calls, and share of total and of self time of an epoch's operations.

    Shares are medians of nine epochs: a process that is interrupted charges the pause to
    whatever runs at that moment.
    """
    data = digits()
    X = torch.tensor(data.images.reshape(-1, 64) / 16, dtype=torch.float32)
    y = torch.tensor(data.labels)
    torch.manual_seed(0)
    model = network()
    opt = torch.optim.SGD(model.parameters(), lr=0.1)
    loader = batches(X, y, np.arange(len(y)))
    shares: dict[str, list[tuple[float, float]]] = {}
    calls: dict[str, int] = {}
    for epoch in range(10):
        activities = [torch.profiler.ProfilerActivity.CPU]
        with torch.profiler.profile(activities=activities) as found:
            for inputs, truth in loader:
                opt.zero_grad()
                nn.functional.cross_entropy(model(inputs), truth).backward()
                opt.step()
        rows = found.key_averages()
        whole = sum(row.self_cpu_time_total for row in rows)
        for row in rows if epoch else ():
            calls[row.key] = row.count
            pair = row.cpu_time_total / whole, row.self_cpu_time_total / whole
            shares.setdefault(row.key, []).append(pair)
    table = [
        (name, calls[name], *map(statistics.median, zip(*pairs, strict=True)))
        for name, pairs in shares.items()
    ]
    return sorted(table, key=lambda row: -row[3])


def pairs_by_loops(A: torch.Tensor, B: torch.Tensor) -> torch.Tensor:
    out = torch.empty(len(A), len(B))
    for i in range(len(A)):
        for j in range(len(B)):
            out[i, j] = ((A[i] - B[j]) ** 2).sum()
    return out


def pairs_by_rows(A: torch.Tensor, B: torch.Tensor) -> torch.Tensor:
    return torch.stack([((a - B) ** 2).sum(dim=1) for a in A])


def pairs_by_broadcast(A: torch.Tensor, B: torch.Tensor) -> torch.Tensor:
    return ((A[:, None] - B[None]) ** 2).sum(dim=2)


def pairs_by_product(A: torch.Tensor, B: torch.Tensor) -> torch.Tensor:
    return (A**2).sum(1)[:, None] + (B**2).sum(1) - 2 * A @ B.T


def main() -> None:
    """Print both tables."""
    names = "epoch 1", "epoch 2", "epoch 10", "test", "right", "twice", "g1", "g5", "g10"
    print(f"{'bug':26}" + "".join(f"{name:>9}" for name in names))
    for bug in BUGS:
        rows = [one_run(bug, seed) for seed in range(5)]
        medians = [statistics.median(column) for column in zip(*rows, strict=True)]
        print(f"{bug:26}" + "".join(f"{value:9.3f}" for value in medians))

    found = [softmax_twice_with_adam(seed) for seed in range(5)]
    medians = [statistics.median(column) for column in zip(*found, strict=True)]
    print(f"softmax twice, Adam, 30 epochs: loss {medians[0]:.3f}, right {medians[1]:.3f}")

    print("\none epoch by the profiler: calls, share of total time, share of self time")
    for place, (name, calls, total, own) in enumerate(profiled()):
        if place < 8 or name in ("aten::dropout", "aten::mm"):
            print(f"{name:44}{calls:6d}{total:9.1%}{own:9.1%}")

    generator = torch.Generator().manual_seed(0)
    A = torch.randn(200, 64, generator=generator)
    B = torch.randn(300, 64, generator=generator)
    print("\n200 by 300 squared distances in 64 dimensions, milliseconds")
    for function in (pairs_by_loops, pairs_by_rows, pairs_by_broadcast, pairs_by_product):
        print(f"{function.__name__:26}{clock(lambda f=function: f(A, B)):9.3f}")


if __name__ == "__main__":
    main()
