"""Explores with NumPy's global generator.

`np.random` belongs to the whole program: whoever else draws from it changes
what is done here, and the generator that was passed decides only ties. What
cannot be played again cannot be debugged.

Lesson: rl/bandits#greedy-gets-stuck
"""

from collections.abc import Hashable

import numpy as np

State = Hashable


def first_visits(episode, gamma):
    found = {}
    future = 0.0
    for state, action, reward in reversed(episode):
        future = reward + gamma * future
        found.pop((state, action), None)
        found[state, action] = future
    return [(*pair, value) for pair, value in reversed(found.items())]


def mc_control(env, episodes, gamma, epsilon, rng):
    actions = int(env.action_space.n)
    Q: dict[State, np.ndarray] = {}
    N: dict[State, np.ndarray] = {}
    for k in range(episodes):
        explore = epsilon(k)
        episode = []
        state, _ = env.reset()
        over = False
        while not over:
            if state not in Q:
                Q[state], N[state] = (np.zeros(actions), np.zeros(actions))
            action = _choose(Q[state], explore, rng)
            after, reward, terminated, truncated, _ = env.step(action)
            episode.append((state, action, reward))
            state, over = (after, terminated or truncated)
        for seen, action, value in first_visits(episode, gamma):
            N[seen][action] += 1
            Q[seen][action] += (value - Q[seen][action]) / N[seen][action]
    return Q


def _choose(values, explore, rng):
    if np.random.random() < explore:
        return int(np.random.randint(len(values)))
    best = np.flatnonzero(values == values.max())
    return int(best[rng.integers(len(best))])
