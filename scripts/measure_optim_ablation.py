"""Measure the programs of optim/mnist1d_ablation: margins, and the worth of each part.

Run from the root of the repository: ``python scripts/measure_optim_ablation.py [PROGRAM ...]``,
by default the solution and the other right programs. For each row of a program's own table it
prints the share of test signals read right, least, median and greatest over 20 seeds for the
full and the plain recipe and 5 for the others, their standard deviation, and the CPU seconds of
one training. One more row has dropout, which the solution's recipe leaves out, and one trains and
tests the full recipe on signals that another seed has made. Last come the least median of any
three seeds of the full recipe, and the least lead of such a median over a plain run:
what the harness holds against its targets.
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
from programs import load

from tutor.datasets.mnist1d import mnist1d

ROOT = Path(__file__).parents[1]
NAME = "optim/mnist1d_ablation"
FOLDER = ROOT / "solutions" / NAME
SEEDS, FEWER = range(20), range(5)
TARGET, LEAD = 0.72, 0.05
FRESH = "full, fresh signals"


def accuracies(
    program: ModuleType, recipe: dict[str, Any], seeds: range, made_by: int = 0
) -> np.ndarray:
    """Return for each seed the share of test signals read right, and CPU seconds."""
    data, rows = mnist1d(seed=made_by), []
    for seed in seeds:
        start = time.process_time()
        model = program.train(data.train, data.train_labels, dict(recipe), seed)
        seconds = time.process_time() - start
        guess = program.scores(model, data.test).argmax(axis=1)
        rows.append((float(np.mean(guess == data.test_labels)), seconds))
    return np.array(rows)


def main() -> None:
    """Print a table per program."""
    given = [Path(name) for name in sys.argv[1:]]
    for path in given or [FOLDER / "solution.py", *sorted(FOLDER.glob("also_*.py"))]:
        program, found = load(NAME, path), {}
        print(f"{path.name}\n{'row':20s} seeds   least  median   most   spread  seconds")
        table = program.ablation(program.RECIPE, program.PLAIN)
        if program.RECIPE.get("dropout") == 0.0:
            table.append(("with dropout 0.1", program.RECIPE | {"dropout": 0.1}))
        table.append((FRESH, program.RECIPE))
        for name, recipe in table:
            seeds = SEEDS if name in ("full", "plain") else FEWER
            rows = accuracies(program, recipe, seeds, int(name == FRESH))
            found[name] = right = rows[:, 0]
            print(
                f"{name:20s} {len(right):5d}  {right.min():.3f}   {np.median(right):.3f}   "
                f"{right.max():.3f}   {right.std(ddof=1):.3f}   {np.median(rows[:, 1]):.1f}",
                flush=True,
            )
            if name in ("full", "plain"):
                print("  by seed:", *(f"{value:.3f}" for value in right))
        medians = [np.median(three) for three in itertools.combinations(found["full"], 3)]
        print(f"least median of three seeds: {min(medians):.4f}, target {TARGET}")
        lead = min(medians) - found["plain"].max()
        print(f"least lead over a plain run: {lead:.4f}, target {LEAD}\n")


if __name__ == "__main__":
    main()
