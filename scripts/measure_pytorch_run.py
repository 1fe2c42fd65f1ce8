"""Measure the programs of pytorch/engineer_the_run: how wide is the margin?

Run from the root of the repository: ``python scripts/measure_pytorch_run.py [PROGRAM ...]``,
by default the solution and the other right programs. For 20 seeds each it prints the
accuracy on a fifth drawn at random, that of logistic regression on the same split, and the
CPU seconds of the training. Last come the least median of any three seeds, which is what
the harness holds against its targets, and by how many times the shift is faster than the
starter's loops.
"""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import itertools
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import torch
from programs import load

from tutor.datasets import digits
from tutor.worker import borrowing

torch.set_num_threads(1)
ROOT = Path(__file__).parents[1]
NAME = "pytorch/engineer_the_run"
FOLDER = ROOT / "solutions" / NAME
SEEDS = range(20)
TARGET = 0.98


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


def measure(program: ModuleType, folder: str) -> np.ndarray:
    """Return one row per seed: accuracy, logistic regression, seconds."""
    data, rows = digits(), []
    images = torch.tensor(data.images, dtype=torch.float32)
    labels = torch.tensor(data.labels)
    for seed in SEEDS:
        order = np.random.default_rng(seed).permutation(len(labels))
        test, train = order[:359], order[359:]
        start = time.process_time()
        model = program.run(
            images[train], labels[train], program.EPOCHS, seed, f"{folder}/run.pt"
        )
        seconds = time.process_time() - start
        right = (program.predict(model, images[test]) == labels[test]).double().mean()
        base = logistic(data.images.reshape(-1, 64), data.labels, train, test)
        rows.append((float(right), base, seconds))
        print(f"{seed:4d}  " + "  ".join(f"{value:7.4f}" for value in rows[-1]), flush=True)
    return np.array(rows)


def spent(call: Callable[[], Any]) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start


def main() -> None:
    """Print a table per program."""
    given = [Path(name) for name in sys.argv[1:]]
    slow = borrowing.module_of(
        (ROOT / "exercises" / NAME / "starter.py").read_text(), "starter.py", "starter"
    )
    batch = torch.rand(64, 8, 8), *torch.randint(-2, 3, (2, 64))
    for path in given or [FOLDER / "solution.py", *sorted(FOLDER.glob("also_*.py"))]:
        program = load(NAME, path)
        print(f"{path.name}\nseed   right    logistic  seconds")
        with tempfile.TemporaryDirectory() as folder:
            rows = measure(program, folder)
        for name, line in (
            ("least", rows.min(axis=0)),
            ("median", np.median(rows, axis=0)),
        ):
            print(f"{name:6s}" + "  ".join(f"{value:7.4f}" for value in line))
        threes = list(itertools.combinations(range(len(rows)), 3))
        medians = np.array([np.median(rows[list(three)], axis=0) for three in threes])
        print(f"least median of three seeds {medians[:, 0].min():.4f}, target {TARGET}")
        lead = (medians[:, 0] - medians[:, 1]).min()
        print(f"least lead of such medians over logistic regression {lead:.4f}")
        fast = min(spent(lambda p=program: p.shift_batch(*batch)) for _ in range(5))
        ratio = spent(lambda: slow.shift_batch(*batch)) / fast
        print(f"the shift is {ratio:.0f} times faster than the loops\n")


if __name__ == "__main__":
    main()
