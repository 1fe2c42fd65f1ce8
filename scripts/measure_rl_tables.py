"""Measure the tabular half of the topic on reinforcement learning.

Run from the root of the repository: ``python scripts/measure_rl_tables.py [PART ...]``, where
a part is ``blackjack``, ``cliff`` or ``gates``; all by default.

``blackjack`` prints the exact worth of three fixed plans, and of the plans learned by
rl/mc_control from 8,000 hands over 20 seeds. ``cliff`` prints, for Q-learning and SARSA over
20 seeds, the returns of the greedy walks and the mean return of the last 100 episodes while
learning. ``gates`` prints, for the right programs of the capstone rl/tabular_gates over 20
seeds, the exact worth of the plan in each world and the CPU seconds of one call.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import importlib.util
import sys
import time
from pathlib import Path
from types import ModuleType

import gymnasium as gym
import numpy as np
from programs import load

from tutor.envs.gridworlds import expected_return

ROOT = Path(__file__).parents[1]
SEEDS = range(20)


def harness(exercise: str) -> ModuleType:
    path = ROOT / "exercises" / exercise / "harness.py"
    spec = importlib.util.spec_from_file_location(exercise.replace("/", "_"), path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def solution(exercise: str) -> ModuleType:
    return load(exercise, ROOT / "solutions" / exercise / "solution.py")


def blackjack() -> None:
    """Print what plans are worth per hand."""
    worth = harness("rl/mc_control").value_of
    for least in (16, 17, 20):
        value = worth(lambda total, card, ace, least=least: int(total < least))
        print(f"stick on {least} or more: {value:.4f}")
    program, found = solution("rl/mc_control"), []
    for seed in SEEDS:
        env = gym.make("Blackjack-v1", sab=True, disable_env_checker=True)
        env.reset(seed=seed)
        rng = np.random.default_rng(seed)
        Q = program.mc_control(env, 8000, 1.0, lambda k: 0.3, rng)
        plan = {(t, c, bool(a)): int(values.argmax()) for (t, c, a), values in Q.items()}
        found.append(worth(lambda *hand, plan=plan: plan.get(hand, 0)))
    print(f"learned from 8,000 hands: {spread(found)}")


def cliff() -> None:
    """Print how both methods walk, and what they earn while they learn."""
    walk_of = harness("rl/q_learning").walk_of
    runs = (
        ("q_learning", 400, 0.5),
        ("q_learning", 500, 0.5),
        ("sarsa", 400, 0.1),
        ("sarsa", 500, 0.1),
        ("sarsa", 500, 0.5),
    )
    for name, episodes, alpha in runs:
        program, walks, means = solution(f"rl/{name}"), [], []
        for seed in SEEDS:
            env = gym.make(
                "CliffWalking-v1", max_episode_steps=200, disable_env_checker=True
            )
            env.reset(seed=seed)
            rng = np.random.default_rng(seed)
            learn = getattr(program, name)
            Q, returns = learn(env, episodes, alpha, 1.0, lambda k: 0.1, rng)
            walks.append(int(walk_of(Q)))
            means.append(returns[-100:].mean())
        counts = {walk: walks.count(walk) for walk in sorted(set(walks), reverse=True)}
        print(
            f"{name}, {episodes} episodes, alpha {alpha}: greedy walks {counts}, ", end=""
        )
        print(f"while learning {spread(means)}", flush=True)


class Budget(gym.Wrapper):
    """Counts down the steps that are left."""

    def __init__(self, env: gym.Env, steps: int) -> None:
        super().__init__(env)
        self.steps_left = steps

    def step(self, action: int) -> tuple[int, float, bool, bool, dict[str, object]]:
        self.steps_left -= 1
        return self.env.step(action)  # type: ignore[return-value]


def gates() -> None:
    """Print the exact worth of the capstone's plans."""
    worlds = harness("rl/tabular_gates").WORLDS
    folder = ROOT / "solutions" / "rl" / "tabular_gates"
    for path in (folder / "solution.py", *sorted(folder.glob("also_*.py"))):
        program = load("rl/tabular_gates", path)
        for name, (world, limit, budget) in worlds.items():
            found, start = [], time.process_time()
            for seed in SEEDS:
                env = gym.make(world, max_episode_steps=limit, disable_env_checker=True)
                env.reset(seed=seed)
                Q = program.learn(Budget(env, budget), name, seed)
                inner = env.unwrapped
                starts = np.asarray(inner.initial_state_distrib)  # type: ignore[attr-defined]
                plan = Q.argmax(axis=1)
                found.append(expected_return(inner.P, plan, starts, limit))  # type: ignore[attr-defined]
            seconds = (time.process_time() - start) / len(SEEDS)
            print(f"{path.name:16} {name:6} {spread(found)}, {seconds:.1f} s", flush=True)


def spread(numbers: list[float]) -> str:
    low, middle, high = np.min(numbers), np.median(numbers), np.max(numbers)
    return f"least {low:.4f}, median {middle:.4f}, greatest {high:.4f}"


if __name__ == "__main__":
    for part in sys.argv[1:] or ("blackjack", "cliff", "gates"):
        {"blackjack": blackjack, "cliff": cliff, "gates": gates}[part]()
