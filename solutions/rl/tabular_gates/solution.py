"""Capstone: three worlds, one table each."""

import gymnasium as gym
import numpy as np

from tutor import track
from tutor.yours import (
    action_values,
    epsilon_greedy,
    q_update,
    value_iteration,
)

GAMMA = 0.99
# Steps to play: the taxi knows no chance and shows all that matters sooner.
PLAYED = {"cliff": 10_000, "taxi": 40_000, "lake": 60_000}


def learn(env: gym.Env, name: str, seed: int) -> np.ndarray:
    """Return action values learned by playing.

    Args:
        env: has `reset`, `step`, `observation_space`, `action_space`, and
            `steps_left`, the number of steps that may still be made.
        name: "cliff", "taxi" or "lake".
        seed: decides all that is random.

    Returns:
        Action values, shape (S, A): the judge follows the largest of each row.
    """
    rng = np.random.default_rng(seed)
    Q = np.zeros((env.observation_space.n, env.action_space.n))
    # How often each outcome was seen, by state and action.
    seen = [[{} for _ in row] for row in Q]
    budget = env.steps_left
    while env.steps_left > max(budget - PLAYED[name], 200):
        # The lake pays at its far end only, so it takes chance to get there.
        # Where every step costs, zeros make all that is untried look good.
        share = (budget - env.steps_left) / PLAYED[name]
        explore = 1 - 0.7 * share if name == "lake" else 0.3 * (1 - share)
        track.scalar("exploration", explore, budget - env.steps_left)
        play(env, Q, seen, explore, rng)
    # Playing has shown the world's table: plan with it.
    P = [
        [outcomes_of(counts, s) for counts in row]
        for s, row in enumerate(seen)
    ]
    V, _ = value_iteration(P, GAMMA, 1e-6)
    return action_values(P, V, GAMMA)


def play(env, Q, seen, explore, rng):
    """Play one episode and learn from each step."""
    state, _ = env.reset()
    over = False
    while not over:
        action = epsilon_greedy(Q[state], explore, rng)
        track.policy(values=Q[state])
        after, reward, terminated, truncated, _ = env.step(action)
        q_update(Q, state, action, reward, after, terminated, 0.5, GAMMA)
        # A time limit is no outcome of the action.
        outcome = int(after), float(reward), bool(terminated)
        counts = seen[state][action]
        counts[outcome] = counts.get(outcome, 0) + 1
        state, over = after, terminated or truncated


def outcomes_of(counts, state):
    """Return counted outcomes as chances, as in Gymnasium's tables."""
    if not counts:
        # Nothing is known, so nothing is hoped for.
        return [(1.0, state, -100.0, True)]
    every = sum(counts.values())
    return [
        (count / every, after, reward, terminated)
        for (after, reward, terminated), count in counts.items()
    ]
