"""Measure the right programs of dbn/dbn_digits: how wide is the margin?

Run from the root of the repository: ``python scripts/measure_dbn_digits.py [SEEDS]``, 20
seeds by default. For each seed it prints what the harness holds against its targets: the
accuracy of logistic regression on pixels and on the first layer's features, that of the
network tuned on all labels, those on 300 labels from the stack and from a random start,
and the CPU seconds of the learner's part. The last lines are the least of each column and
the least lead.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import importlib.util
import sys
import time
from pathlib import Path
from types import ModuleType

import numpy as np
from programs import load

ROOT = Path(__file__).parents[1]
NAME = "dbn/dbn_digits"


def harness() -> ModuleType:
    """Return the harness of the capstone, for its data and its baseline."""
    path = ROOT / "exercises" / NAME / "harness.py"
    spec = importlib.util.spec_from_file_location("harness", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measure(learner: ModuleType, judge: ModuleType, seed: int) -> list[float]:
    """Return pixels, features, all labels, 300 labels, random start, seconds."""
    rng = np.random.default_rng(seed)
    X, y = judge.shifted()
    order = rng.permutation(len(X))
    test, train = order[: len(X) // 5], order[len(X) // 5 :]
    started = time.process_time()
    stack = learner.pretrain(X[train], seed)
    seconds = time.process_time() - started

    def share(guess: np.ndarray) -> float:
        return float((guess == y[test]).mean())

    def tuned(start: list, rows: np.ndarray) -> float:
        model = learner.finetune(start, X[rows], y[rows], seed)
        return share(learner.scores(model, X[test]).argmax(axis=1))

    W, _, c = stack[0]
    F = judge.squash(X @ W + c)
    raw = share(judge.logistic(X[train], y[train], X[test]))
    mine = share(judge.logistic(F[train], y[train], F[test]))
    started = time.process_time()
    random = judge.random_like([W for W, _, _ in stack], rng)
    every, few, plain = (
        tuned(stack, train),
        tuned(stack, train[:300]),
        tuned(random, train[:300]),
    )
    seconds += time.process_time() - started
    return [raw, mine, every, few, plain, seconds]


def main() -> None:
    """Print a table per right program."""
    seeds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    judge, folder = harness(), ROOT / "solutions" / NAME
    for path in [folder / "solution.py", *sorted(folder.glob("also_*.py"))]:
        learner, rows = load(NAME, path), []
        print(f"{path.name}\nseed  pixels  features  all     300     random  seconds")
        for seed in range(seeds):
            rows.append(measure(learner, judge, seed))
            print(f"{seed:4d}  " + "  ".join(f"{x:6.3f}" for x in rows[-1]), flush=True)
        table = np.array(rows)
        print("least " + "  ".join(f"{x:6.3f}" for x in table.min(axis=0)))
        print("median" + "  ".join(f"{x:6.3f}" for x in np.median(table, axis=0)))
        print(f"least lead of features over pixels {(table[:, 1] - table[:, 0]).min():.3f}")
        print(f"least lead at 300 labels {(table[:, 3] - table[:, 4]).min():.3f}\n")


if __name__ == "__main__":
    main()
