"""Measure the programs of ann/digits_mlp over many seeds: how wide is the margin?

Run from the root of the repository: ``python scripts/measure_capstone.py [PROGRAM ...]``,
by default the solution and the other right programs. For 20 seeds each it prints the
accuracy on the second half, on the first half it was trained on, on 300 images it was
trained on, and on a fifth drawn at random; last the least median of any three seeds, which
is what the harness holds against the target.
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

from tutor.datasets import digits
from tutor.protocol import Borrowed
from tutor.worker import borrowing

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "solutions" / "ann" / "digits_mlp"
USED = ("standardise", "mlp_forward", "softmax", "cross_entropy", "confusion_f1")
SEEDS = range(20)
TARGET = 0.94


def load(path: Path) -> ModuleType:
    """Return a program as a module, with the reference of what it builds on."""
    folder = ROOT / "solutions" / "ann"
    sources = {name: (folder / name / "solution.py").read_text() for name in USED}
    borrowing.install(
        Borrowed(f"ann/{n}", (n,), text, False) for n, text in sources.items()
    )
    return borrowing.module_of(path.read_text(), path.name, path.stem)


def accuracy(program: ModuleType, model: Any, X: np.ndarray, y: np.ndarray) -> float:
    return float(np.mean(program.scores(model, X).argmax(axis=1) == y))


def measure(program: ModuleType, X: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Return one row per seed: held-out, training, 300 images, shuffled, seconds."""
    half, rows = len(y) // 2, []
    for seed in SEEDS:
        start = time.perf_counter()
        model = program.train(X[:half], y[:half], seed)
        seconds = time.perf_counter() - start
        held = accuracy(program, model, X[half:], y[half:])
        seen = accuracy(program, model, X[:half], y[:half])
        few = accuracy(program, program.train(X[:300], y[:300], seed), X[:300], y[:300])
        order = np.random.default_rng(seed).permutation(len(y))
        test, train = order[: len(y) // 5], order[len(y) // 5 :]
        mixed = accuracy(program, program.train(X[train], y[train], seed), X[test], y[test])
        rows.append((held, seen, few, mixed, seconds))
        print(
            f"{seed:4d}  {held:.4f}  {seen:.4f}  {few:.4f}  {mixed:.4f}  {seconds:.2f}",
            flush=True,
        )
    return np.array(rows)


def main() -> None:
    """Print a table per program."""
    given = [Path(name) for name in sys.argv[1:]]
    data = digits()
    for path in given or [FOLDER / "solution.py", *sorted(FOLDER.glob("also_*.py"))]:
        print(f"{path.name}\nseed  halves  train   300     80/20   seconds")
        rows = measure(load(path), data.images.reshape(-1, 64), data.labels)
        for name, line in (
            ("least", rows.min(axis=0)),
            ("median", np.median(rows, axis=0)),
        ):
            print(f"{name:6s}" + "  ".join(f"{value:.4f}" for value in line))
        medians = [np.median(three) for three in itertools.combinations(rows[:, 0], 3)]
        print(f"least median of three seeds {min(medians):.4f}, target {TARGET}\n")


if __name__ == "__main__":
    main()
