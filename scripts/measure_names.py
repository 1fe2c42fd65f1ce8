"""Measure the programs of rnn/census_names: how wide is the margin?

Run from the root of the repository: ``python scripts/measure_names.py [PROGRAM ...]``, by
default the solution and the other right programs. For 20 seeds of
training on the course's split it prints the negative log-likelihood per symbol of the test
names in nats, that of a trigram table with alpha 0.1, the lead, and the CPU seconds.
"""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import sys
import time
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import numpy as np
import torch
from programs import load

from tutor.datasets.sequences import split_names

ROOT = Path(__file__).parents[1]
NAME = "rnn/census_names"
FOLDER = ROOT / "solutions" / NAME
SYMBOLS = ".abcdefghijklmnopqrstuvwxyz"


def surprise(program: ModuleType, model: object, names: list[str]) -> float:
    """Return the mean surprise of all symbols, ends included, in nats."""
    prefixes = [name[:k] for name in names for k in range(len(name) + 1)]
    nexts = [SYMBOLS.index(c) for name in names for c in name + "."]
    table = program.log_probs(model, prefixes)
    return float(-table[np.arange(len(nexts)), nexts].mean())


def trigram(train: list[str], test: list[str]) -> float:
    """Return the surprise of a table of triples."""

    def triples(names: list[str]) -> tuple[np.ndarray, ...]:
        codes = [[0, 0, *map(SYMBOLS.index, name), 0] for name in names]
        rows = [(*pair, c[k + 2]) for c in codes for k, pair in enumerate(pairwise(c[:-1]))]
        return tuple(np.array(rows).T)

    counts = np.full((27, 27, 27), 0.1)
    np.add.at(counts, triples(train), 1)
    P = counts / counts.sum(axis=2, keepdims=True)
    return float(-np.log(P[triples(test)]).mean())


def main() -> None:
    """Print a table per program."""
    torch.set_num_threads(1)
    given = [Path(name) for name in sys.argv[1:]]
    for path in given or [FOLDER / "solution.py", *sorted(FOLDER.glob("also_*.py"))]:
        program = load(NAME, path)
        print(f"{path.name}\nseed      nll  trigram     lead  seconds", flush=True)
        rows = []
        for seed in range(20):
            train, valid, test = split_names()
            start = time.process_time()
            model = program.train(train, valid, seed)
            seconds = time.process_time() - start
            nll, base = surprise(program, model, test), trigram(train, test)
            rows.append((nll, base, base - nll, seconds))
            print(f"{seed:4d} " + " ".join(f"{v:8.4f}" for v in rows[-1]), flush=True)
        for name, values in (
            ("median", np.median(rows, axis=0)),
            ("max", np.max(rows, axis=0)),
            ("min", np.min(rows, axis=0)),
        ):
            print(f"{name:5s}" + " ".join(f"{v:8.4f}" for v in values))


if __name__ == "__main__":
    main()
