"""Counts the first visit of a state only, whatever the action.

The average belongs to a state *and* an action. A second action tried in the
same state has a return of its own.

Lesson: rl/learning_from_episodes#first-visits
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
    pairs = [(*pair, value) for pair, value in reversed(found.items())]
    seen = [state for state, _, _ in pairs]
    return [one for i, one in enumerate(pairs) if one[0] not in seen[:i]]


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
    if rng.random() < explore:
        return int(rng.integers(len(values)))
    best = np.flatnonzero(values == values.max())
    return int(best[rng.integers(len(best))])
