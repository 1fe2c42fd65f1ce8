"""Measure the programs of rl/cartpole_agent: how wide is the margin?

Run from the root of the repository: ``python scripts/measure_cartpole.py [PROGRAM ...]``,
by default the solution and the other right programs. For three lengths of training it
prints the mean return of 20 greedy episodes, for each of 20 seeds, and the median CPU
seconds of one training: with the policy of the last round (KEEP = 0), and with the best
one by its last KEEP episodes, where the program knows that constant; the solution also
with the policy of the last round, 4 epochs and a step size of 2.5e-3. Before
that come three players that learn nothing: chance, a push toward where the pole leans, and
a push toward where it will lean a moment later, over 1,000 episodes each.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import gymnasium as gym
import numpy as np
import torch
from programs import load

ROOT = Path(__file__).parents[1]
NAME = "rl/cartpole_agent"
FOLDER = ROOT / "solutions" / NAME
SEEDS = range(20)
LENGTHS = (2_048, 10_000, 60_000)


def returns_of(
    choose: Callable[[np.ndarray], np.ndarray], episodes: int, seed: int
) -> np.ndarray:
    """Return the return of the first episode of each of many worlds."""
    envs = gym.make_vec("CartPole-v1", episodes, vectorization_mode="sync")
    obs, _ = envs.reset(seed=seed)
    alive, totals = np.ones(episodes, bool), np.zeros(episodes)
    while alive.any():
        obs, rewards, ended, stopped, _ = envs.step(choose(obs))
        totals += alive * rewards
        alive &= ~(ended | stopped)
    return totals


def measure(program: ModuleType, steps: int) -> None:
    """Print the mean greedy return after some steps, seed by seed."""
    means, seconds = [], []
    for seed in SEEDS:
        start = time.process_time()
        model = program.train(seed, steps)
        seconds.append(time.process_time() - start)
        totals = returns_of(lambda obs, m=model: program.act(m, obs), 20, 1000 + seed)
        means.append(float(totals.mean()))
    middle = np.median(means)
    print(f"{steps} steps, {np.median(seconds):.1f} s: least {min(means):.1f}, ", end="")
    print(f"median {middle:.1f}, most {max(means):.1f}")
    print("   ", " ".join(f"{mean:.0f}" for mean in sorted(means)), flush=True)


def main() -> None:
    """Print the figures."""
    torch.set_num_threads(1)
    chance = np.random.default_rng(0)
    for name, choose in (
        ("chance", lambda obs: chance.integers(0, 2, len(obs))),
        ("where it leans", lambda obs: (obs[:, 2] > 0).astype(int)),
        (
            "where it will lean",
            lambda obs: (obs[:, 2] + obs[:, 3] > 0).astype(int),
        ),
    ):
        totals = returns_of(choose, 1000, 0)
        print(
            f"{name}: mean {totals.mean():.1f}, from {totals.min():.0f} to {totals.max():.0f}"
        )
    given = [Path(name) for name in sys.argv[1:]]
    for path in given or [
        FOLDER / "solution.py",
        *sorted(FOLDER.glob("also_*.py")),
    ]:
        program = load(NAME, path)
        for keep in (0, getattr(program, "KEEP", None)):
            if keep is None:
                continue
            if hasattr(program, "KEEP"):
                program.KEEP = keep
            print(path.name, "its best policy" if keep else "its last policy")
            for steps in LENGTHS:
                measure(program, steps)
        if path.name == "solution.py":
            program.KEEP, program.EPOCHS, program.RATE = 0, 4, 2.5e-3
            print(path.name, "its last policy, 4 epochs, step size 2.5e-3")
            for steps in LENGTHS:
                measure(program, steps)


if __name__ == "__main__":
    main()
