"""Measure the programs of rnn/long_memory: how wide is the margin?

Run from the root of the repository: ``python scripts/measure_long_memory.py [SEEDS [PROGRAM
...]]``, by default 20 seeds of the solution and of the other right programs. Each is trained
on sequences of 50 steps. Printed are the mean squared errors on 2,000 fresh sequences of 50,
70 and 100 steps, those of always answering 1 and of the second marked number plus a half on
the same of 50 steps, and the CPU seconds of training; then the error after the short training
on 4 steps that the judge asks for first.
"""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import sys
import time
from pathlib import Path
from types import ModuleType

import numpy as np
import torch
from programs import load

from tutor.datasets.sequences import adding_problem

ROOT = Path(__file__).parents[1]
NAME = "rnn/long_memory"
FOLDER = ROOT / "solutions" / NAME
LITTLE, BATCHES = 4, 300


def error(program: ModuleType, model: object, X: np.ndarray, y: np.ndarray) -> float:
    """Return the mean squared error of a model."""
    return float(np.mean((program.answer(model, X) - y) ** 2))


def measured(program: ModuleType, seed: int) -> list[float]:
    """Return the figures of one row."""
    rng = np.random.default_rng([seed, 1])
    start = time.process_time()
    model = program.train(seed, 50)
    seconds = time.process_time() - start
    X, y = adding_problem(2000, 50, rng)
    second = (X[:, 25:, 0] * X[:, 25:, 1]).sum(axis=1)
    row = [error(program, model, X, y)]
    row += [error(program, model, *adding_problem(2000, T, rng)) for T in (70, 100)]
    row += [float(np.mean((guess - y) ** 2)) for guess in (1.0, second + 0.5)]
    model = program.train(seed, LITTLE, BATCHES)
    return [*row, seconds, error(program, model, *adding_problem(2000, LITTLE, rng))]


def main() -> None:
    """Print a table per program."""
    torch.set_num_threads(1)
    seeds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    given = [Path(name) for name in sys.argv[2:]]
    heads = (
        "50 steps",
        "70 steps",
        "100 steps",
        "always 1",
        "2nd + 1/2",
        "seconds",
        "4 steps",
    )
    for path in given or [FOLDER / "solution.py", *sorted(FOLDER.glob("also_*.py"))]:
        program = load(NAME, path)
        print(path.name, "\nseed  " + " ".join(f"{h:>9s}" for h in heads), flush=True)
        rows = []
        for seed in range(seeds):
            rows.append(measured(program, seed))
            print(f"{seed:6d}" + " ".join(f"{v:9.5f}" for v in rows[-1]), flush=True)
        for name, fold in (("median", np.median), ("max", np.max)):
            print(f"{name:6s}" + " ".join(f"{v:9.5f}" for v in fold(rows, axis=0)))


if __name__ == "__main__":
    main()
