"""Measure the capstones of topic cnn: how wide are the margins?

Run from the root of the repository: ``python scripts/measure_cnn.py [digits|signals] [SEEDS]``,
by default both, 20 seeds each. For `cnn/digits_cnn` it prints, per seed, the accuracy on a
fifth drawn at random, on the same images moved by one pixel to each side, on the second half
after training on the first, and the CPU seconds of one training; for `cnn/shape_matters` the
accuracy on MNIST-1D, that of the same program on signals whose places were shuffled, and
those of a dense network on both. Last come least, median and greatest, and the least median
of any three seeds, which is what the harnesses hold against their targets.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import itertools
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import torch

from tutor.datasets import digits
from tutor.datasets.mnist1d import mnist1d
from tutor.worker import borrowing

FOLDER = Path(__file__).parents[1] / "solutions" / "cnn"


def load(name: str) -> ModuleType:
    """Return the solution of a capstone as a module."""
    path = FOLDER / name / "solution.py"
    return borrowing.module_of(path.read_text(), path.name, path.stem)


def moved(images: np.ndarray, by: int) -> np.ndarray:
    """Return images (N, 8, 8) moved across by `by` pixels; paper moves in."""
    framed = np.pad(images, ((0, 0), (0, 0), (1, 1)))
    return framed[:, :, 1 - by : 9 - by]


def share(program: ModuleType, net: Any, X: np.ndarray, y: np.ndarray) -> float:
    return float(np.mean(program.scores(net, X).argmax(axis=1) == y))


def on_digits(program: ModuleType, seed: int) -> tuple[float, ...]:
    """Return accuracy 80/20, moved by a pixel, by halves, and seconds."""
    data = digits()
    X, y, half = data.images, data.labels, len(data.labels) // 2
    order = np.random.default_rng(seed).permutation(len(y))
    test, train = np.split(order, [len(y) // 5])
    start = time.process_time()
    net = program.train(X[train], y[train], seed)
    seconds = time.process_time() - start
    mixed = share(program, net, X[test], y[test])
    aside = np.mean([share(program, net, moved(X[test], by), y[test]) for by in (-1, 1)])
    net = program.train(X[:half], y[:half], seed)
    return mixed, float(aside), share(program, net, X[half:], y[half:]), seconds


def dense(X: np.ndarray, y: np.ndarray, seed: int) -> Any:
    """Return a dense network, trained with the settings of the solution."""
    torch.manual_seed(seed)
    net = torch.nn.Sequential(
        torch.nn.Linear(40, 100), torch.nn.ReLU(), torch.nn.Linear(100, 100),
        torch.nn.ReLU(), torch.nn.Linear(100, 10),
    )  # fmt: skip
    signals, labels = torch.tensor(X, dtype=torch.float32), torch.tensor(y)
    optimiser = torch.optim.AdamW(net.parameters(), lr=0.003, weight_decay=0.01)
    for _ in range(20):
        for batch in torch.randperm(len(X)).split(100):
            loss = torch.nn.functional.cross_entropy(net(signals[batch]), labels[batch])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
    return net


def on_signals(program: ModuleType, seed: int) -> tuple[float, ...]:
    """Return accuracy in order, shuffled, dense in order, dense shuffled, seconds."""
    found, seconds = [], 0.0
    for trainer in (program.train, dense):
        for shuffled in (False, True):
            data = mnist1d(shuffled=shuffled)
            start = time.process_time()
            net = trainer(data.train, data.train_labels, seed)
            seconds = seconds or time.process_time() - start
            found.append(share(program, net, data.test, data.test_labels))
    return *found, seconds


def measure(
    name: str, columns: tuple[str, ...], one: Callable[..., tuple[float, ...]], seeds: range
) -> None:
    """Print a table of one capstone."""
    program = load(name)
    print(f"{name}\nseed    " + "".join(f"{column:>10}" for column in columns))
    rows = []
    for seed in seeds:
        rows.append(one(program, seed))
        print(f"{seed:4d}    " + "".join(f"{v:10.4f}" for v in rows[-1]), flush=True)
    table = np.array(rows)
    for title, line in (
        ("least", table.min(axis=0)),
        ("median", np.median(table, axis=0)),
        ("greatest", table.max(axis=0)),
    ):
        print(f"{title:8s}" + "".join(f"{v:10.4f}" for v in line))
    for column, values in zip(columns[:-1], table.T, strict=False):
        threes = [float(np.median(three)) for three in itertools.combinations(values, 3)]
        if not threes:
            continue
        print(f"medians of three, {column}: from {min(threes):.4f} to {max(threes):.4f}")
    print()


def main() -> None:
    """Print the tables that were asked for."""
    torch.set_num_threads(1)
    what = sys.argv[1] if len(sys.argv) > 1 else "both"
    seeds = range(int(sys.argv[2]) if len(sys.argv) > 2 else 20)
    if what in ("digits", "both"):
        measure("digits_cnn", ("80/20", "moved", "halves", "seconds"),
                on_digits, seeds)  # fmt: skip
    if what in ("signals", "both"):
        columns = ("in order", "shuffled", "dense", "dense sh.", "seconds")
        measure("shape_matters", columns, on_signals, seeds)


if __name__ == "__main__":
    main()
