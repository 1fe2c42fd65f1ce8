"""Measure the capstone of topic autoencoder: how wide are the margins?

Run from the root of the repository: ``python scripts/measure_autoencoder.py [SEEDS]``, by
default 20. Per seed, for `autoencoder/digits_in_two`: the squared error on a fifth drawn at
random, the share of its codes that the five nearest training codes name rightly, the same two
for PCA with two numbers, both for the second half after training on the first (other writers),
and the CPU seconds of one training. Last come least, median and greatest, and the medians of
any three seeds, which is what the harness holds against its targets.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import itertools
import sys
import time
from pathlib import Path
from types import ModuleType

import numpy as np
import torch

from tutor.datasets import digits
from tutor.worker import borrowing

FOLDER = Path(__file__).parents[1] / "solutions" / "autoencoder"
COLUMNS = ("error", "named", "PCA", "named", "halves", "named", "seconds")


def load(name: str) -> ModuleType:
    """Return the solution of a capstone as a module."""
    path = FOLDER / name / "solution.py"
    return borrowing.module_of(path.read_text(), path.name, path.stem)


def named(Z: np.ndarray, labels: np.ndarray, new: np.ndarray, truth: np.ndarray) -> float:
    """Return the share of codes whose five nearest have their label."""
    near = labels[np.argsort(((new[:, None] - Z) ** 2).sum(axis=2), axis=1)[:, :5]]
    votes = (near[:, :, None] == np.arange(10)).sum(axis=1)
    return float((votes.argmax(axis=1) == truth).mean())


def error(X: np.ndarray, back: np.ndarray) -> float:
    return float(((X - back) ** 2).sum(axis=1).mean())


def pca(
    X: np.ndarray, y: np.ndarray, new: np.ndarray, truth: np.ndarray
) -> tuple[float, float]:
    """Return error and share named of PCA with two numbers."""
    mean = X.mean(axis=0)
    V = np.linalg.svd(X - mean, full_matrices=False)[2][:2].T
    Z = (new - mean) @ V
    return error(new, Z @ V.T + mean), named((X - mean) @ V, y, Z, truth)


def one(program: ModuleType, seed: int) -> tuple[float, ...]:
    """Return the numbers of one seed, in the order of `COLUMNS`."""
    data = digits()
    X, y, half = data.images.reshape(-1, 64) / 16, data.labels, len(data.labels) // 2
    order = np.random.default_rng(seed).permutation(len(y))
    test, train = np.split(order, [len(y) // 5])
    found: list[float] = []
    start = time.process_time()
    model = program.train(X[train], seed)
    seconds = time.process_time() - start
    halves = np.arange(half), np.arange(half, len(y))
    for old, new in ((train, test), halves):
        if old is not train:
            model = program.train(X[old], seed)
        Z = program.encode(model, X[new])
        found.append(error(X[new], program.decode(model, Z)))
        found.append(named(program.encode(model, X[old]), y[old], Z, y[new]))
        if old is train:
            found += pca(X[train], y[train], X[test], y[test])
    return *found, seconds


def main() -> None:
    """Print a line for each seed, and what the targets are held against."""
    torch.set_num_threads(1)
    program = load("digits_in_two")
    print("seed    " + "".join(f"{column:>9}" for column in COLUMNS))
    rows = []
    for seed in range(int(sys.argv[1]) if len(sys.argv) > 1 else 20):
        rows.append(one(program, seed))
        print(f"{seed:4d}    " + "".join(f"{v:9.4f}" for v in rows[-1]), flush=True)
    table = np.array(rows)
    for title, line in (
        ("least", table.min(axis=0)),
        ("median", np.median(table, axis=0)),
        ("greatest", table.max(axis=0)),
    ):
        print(f"{title:8s}" + "".join(f"{v:9.4f}" for v in line))
    for column in (0, 1):
        threes = [
            float(np.median(three)) for three in itertools.combinations(table[:, column], 3)
        ]
        print(
            f"medians of three, {COLUMNS[column]}: {min(threes):.4f} to {max(threes):.4f}"
        )


if __name__ == "__main__":
    main()
