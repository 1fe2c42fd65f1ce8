"""Measure the right programs of gan/eight_modes and gan/digits_gan: how wide is the margin?

Run from the root of the repository:
``python scripts/measure_gan_capstones.py [SEEDS] [CAPSTONE] [NAME=VALUE ...]``; 20 seeds
and both capstones by default. For each seed it prints what the harness holds against its
targets, and the CPU seconds of the training, with the numbers of the harness itself. The
last lines of a table are the least, the median and the largest of each column.

``NAME=VALUE`` trains the solution alone with a constant of its own changed: ``GAMMA=0`` is
either capstone without its penalty, ``KEEP=0`` the digits without averaged weights.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import importlib.util
import json
import sys
import time
from pathlib import Path
from types import ModuleType

import numpy as np
from programs import load

ROOT = Path(__file__).parents[1]


def harness(name: str) -> ModuleType:
    """Return the harness of a capstone, for its data and its measures."""
    path = ROOT / "exercises/gan" / name / "harness.py"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def ring(learner: ModuleType, judge: ModuleType, seed: int) -> list[float]:
    """Return modes, quality, fewest of a mode, spread, the same early, and seconds."""
    rng = np.random.default_rng(seed)
    X, centers = judge.ring(rng)
    started = time.process_time()
    made = learner.samples(learner.train(X, seed), judge.COUNT, 1)
    seconds = time.process_time() - started
    early = learner.samples(learner.train(X, seed, steps=judge.EARLY), judge.COUNT, 1)
    modes, quality, counts, spread = judge.report_of(made, centers)
    return [modes, quality, counts.min(), spread, judge.away(early), seconds]


def digits(learner: ModuleType, judge: ModuleType, seed: int) -> list[float]:
    """Return what the harness measures, beside two plain generators; see CAPSTONES."""
    rng = np.random.default_rng(seed)
    layers = judge.reader()
    data, _ = judge.read(layers, judge.IMAGES)

    def distance(pictures: np.ndarray) -> float:
        return judge.distance(judge.read(layers, pictures)[0], data)

    started = time.process_time()
    made = learner.draw(learner.train(judge.IMAGES, judge.LABELS, seed), judge.ORDERS, 1)
    seconds = time.process_time() - started
    G = learner.train(judge.IMAGES, judge.LABELS, seed, steps=judge.EARLY)
    early = judge.read(layers, learner.draw(G, judge.ORDERS, 1))[1] == judge.ORDERS
    right = judge.read(layers, made)[1] == judge.ORDERS
    obeyed = [right[k == judge.ORDERS].mean() for k in range(10)]
    mine, bell = distance(made), distance(judge.bells(rng, whole=True))
    return [
        np.mean(obeyed),
        min(obeyed),
        judge.variety(made),
        mine,
        bell,
        distance(judge.bells(rng, whole=False)),
        bell - mine,
        np.median(judge.nearest(made)),
        early.mean(),
        seconds,
    ]


CAPSTONES = {
    "eight_modes": (ring, "modes quality fewest spread early seconds"),
    "digits_gan": (
        digits,
        "obeyed worst variety distance bell pixels lead nearest early seconds",
    ),
}


def main() -> None:
    """Print a table per right program."""
    seeds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    names = sys.argv[2:3] or list(CAPSTONES)
    changed = dict(word.split("=") for word in sys.argv[3:])
    for name in names:
        measure, columns = CAPSTONES[name]
        judge, folder = harness(name), ROOT / "solutions/gan" / name
        others = [] if changed else sorted(folder.glob("also_*.py"))
        for path in [folder / "solution.py", *others]:
            learner, rows = load(f"gan/{name}", path), []
            vars(learner).update({key: json.loads(value) for key, value in changed.items()})
            print(f"{name}/{path.name}", *sys.argv[3:])
            print("seed    " + "".join(f"{c:>10}" for c in columns.split()))
            for seed in range(seeds):
                rows.append(measure(learner, judge, seed))
                print(f"{seed:<8}" + "".join(f"{x:10.3f}" for x in rows[-1]), flush=True)
            table = np.array(rows, dtype=float)
            for word, row in (
                ("least", table.min(axis=0)),
                ("median", np.median(table, axis=0)),
                ("most", table.max(axis=0)),
            ):
                print(f"{word:8}" + "".join(f"{x:10.3f}" for x in row))
            print()


if __name__ == "__main__":
    main()
