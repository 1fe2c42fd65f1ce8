"""Measure the programs of backprop/own_engine_digits: how wide is the margin?

Run from the root of the repository: ``python scripts/measure_own_engine.py [PROGRAM ...]``,
by default the solution and the other right programs. For 20 seeds each it prints the
accuracy on a fifth drawn at random, how far that is above logistic regression on the same
split, the accuracy on 300 images that were trained on, the accuracy on the second half
after training on the first, and the CPU seconds of one training. Last comes the least
median of any three seeds, which is what the harness holds against its targets, and the
largest difference to torch's gradients, relative to the largest entry of each array.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import itertools
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import torch
from programs import load

from tutor.datasets import digits

ROOT = Path(__file__).parents[1]
NAME = "backprop/own_engine_digits"
FOLDER = ROOT / "solutions" / NAME
SEEDS = range(20)
TARGET = 0.95


def accuracy(program: ModuleType, model: Any, X: np.ndarray, y: np.ndarray) -> float:
    return float(np.mean(program.scores(model, X).argmax(axis=1) == y))


def logistic(X: np.ndarray, y: np.ndarray, train: np.ndarray, test: np.ndarray) -> float:
    """Return the accuracy of one layer on `test`, by 100 full-batch steps on `train`."""
    inputs, truth = np.c_[X / 16, np.ones(len(y))], np.eye(10)[y]
    W, speed = np.zeros((65, 10)), np.zeros((65, 10))
    for _ in range(100):
        e = np.exp(inputs[train] @ W)
        p = e / e.sum(axis=1, keepdims=True)
        speed = 0.9 * speed - inputs[train].T @ (p - truth[train]) / len(p)
        W = W + speed
    return float(np.mean((inputs[test] @ W).argmax(axis=1) == y[test]))


def gap(program: ModuleType, X: np.ndarray, y: np.ndarray, seed: int) -> float:
    """Return the relative difference to torch's gradients on a first batch."""
    params = program.initialise((64, 64, 10), np.random.default_rng(seed))
    batch = np.random.default_rng(seed).permutation(len(y))[:32]
    program.loss(params, X[batch] / 16, y[batch]).backward()
    twins = [[torch.tensor(t.data, requires_grad=True) for t in pair] for pair in params]
    z = torch.relu(torch.tensor(X[batch] / 16) @ twins[0][0] + twins[0][1])
    z = z @ twins[1][0] + twins[1][1]
    torch.nn.functional.cross_entropy(z, torch.tensor(y[batch])).backward()
    return max(
        float(np.abs(mine.grad - twin.grad.numpy()).max() / twin.grad.abs().max())
        for pair, other in zip(params, twins, strict=True)
        for mine, twin in zip(pair, other, strict=True)
    )


def measure(program: ModuleType, X: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Return one row per seed: 80/20, lead, 300 images, halves, seconds."""
    half, rows = len(y) // 2, []
    for seed in SEEDS:
        order = np.random.default_rng(seed).permutation(len(y))
        test, train = order[: len(y) // 5], order[len(y) // 5 :]
        start = time.process_time()
        model = program.train(X[train], y[train], seed)
        seconds = time.process_time() - start
        mixed = accuracy(program, model, X[test], y[test])
        lead = mixed - logistic(X, y, train, test)
        few = accuracy(program, program.train(X[:300], y[:300], seed), X[:300], y[:300])
        model = program.train(X[:half], y[:half], seed)
        rows.append(
            (mixed, lead, few, accuracy(program, model, X[half:], y[half:]), seconds)
        )
        print(f"{seed:4d}  " + "  ".join(f"{value:7.4f}" for value in rows[-1]), flush=True)
    return np.array(rows)


def main() -> None:
    """Print a table per program."""
    given = [Path(name) for name in sys.argv[1:]]
    data = digits()
    X, y = data.images.reshape(-1, 64), data.labels
    for path in given or [FOLDER / "solution.py", *sorted(FOLDER.glob("also_*.py"))]:
        program = load(NAME, path)
        print(f"{path.name}\nseed   80/20     lead      300       halves    seconds")
        rows = measure(program, X, y)
        for name, line in (
            ("least", rows.min(axis=0)),
            ("median", np.median(rows, axis=0)),
        ):
            print(f"{name:6s}" + "  ".join(f"{value:7.4f}" for value in line))
        for name, column, target in (("80/20", 0, TARGET), ("lead", 1, 0.0)):
            medians = [
                np.median(three) for three in itertools.combinations(rows[:, column], 3)
            ]
            print(
                f"least median of three seeds, {name}: {min(medians):.4f}, target {target}"
            )
        gaps = [gap(program, X, y, seed) for seed in SEEDS]
        print(f"largest difference to torch's gradients: {max(gaps):.1e}\n")


if __name__ == "__main__":
    main()
