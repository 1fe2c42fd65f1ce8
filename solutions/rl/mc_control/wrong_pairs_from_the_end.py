"""Lists the pairs from the end of the episode to its start.

Returns are summed backward; the list has to be turned round again, or each
pair stands in the place of another.

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
    return [(*pair, value) for pair, value in found.items()]


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
