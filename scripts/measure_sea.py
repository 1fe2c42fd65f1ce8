"""Measure the programs of rnn/sea_forecast: how wide is the margin?

Run from the root of the repository: ``python scripts/measure_sea.py [PROGRAM ...]``, by
default the solution and the other right programs. For 20 seeds it prints the root mean
squared error on the last 252 months, in degrees, and the CPU seconds of training; and
before that the errors of the plain forecasts.
"""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import sys
import time
from pathlib import Path

import numpy as np
import torch
from programs import load

from tutor.datasets.sequences import sea_temperature

ROOT = Path(__file__).parents[1]
NAME = "rnn/sea_forecast"
FOLDER = ROOT / "solutions" / NAME
SPLIT = 480


def rmse(forecast: np.ndarray, truth: np.ndarray) -> float:
    return float(np.sqrt(np.mean((forecast - truth) ** 2)))


def line(series: np.ndarray, p: int) -> float:
    """Return the error of an autoregression fitted to the first 480 months."""
    A = np.array([[1.0, *series[t - p : t]] for t in range(p, len(series))])
    w = np.linalg.lstsq(A[: SPLIT - p], series[p:SPLIT], rcond=None)[0]
    return rmse(A[SPLIT - p :] @ w, series[SPLIT:])


def main() -> None:
    """Print the baselines, then a table per program."""
    torch.set_num_threads(1)
    sea = sea_temperature()
    month = np.arange(len(sea)) % 12
    normal = np.array([sea[:SPLIT][month[:SPLIT] == m].mean() for m in range(12)])
    print(f"last value {rmse(sea[SPLIT - 1 : -1], sea[SPLIT:]):.3f}")
    print(f"same month a year ago {rmse(sea[SPLIT - 12 : -12], sea[SPLIT:]):.3f}")
    print(f"12 weights {line(sea, 12):.3f}, 24 weights {line(sea, 24):.3f}")
    print(f"2 weights on departures {line(sea - normal[month], 2):.3f}")
    given = [Path(name) for name in sys.argv[1:]]
    for path in given or [FOLDER / "solution.py", *sorted(FOLDER.glob("also_*.py"))]:
        program, errors = load(NAME, path), []
        start = time.process_time()
        for seed in range(20):
            model = program.train(sea[:SPLIT].copy(), seed)
            guess = program.forecast(model, sea.copy())
            errors.append(rmse(guess[SPLIT - 1 : -1], sea[SPLIT:]))
        seconds = (time.process_time() - start) / 20
        print(path.name, *(f"{error:.3f}" for error in errors))
        print(
            f"median {np.median(errors):.3f}, least {min(errors):.3f}, greatest "
            f"{max(errors):.3f}, {seconds:.1f} s"
        )


if __name__ == "__main__":
    main()
