"""Monte Carlo control: play whole episodes, average what they returned."""

from collections.abc import Callable, Hashable

import gymnasium as gym
import numpy as np

State = Hashable


def first_visits(
    episode: list[tuple[State, int, float]], gamma: float
) -> list[tuple[State, int, float]]:
    """Return the return after the first visit of each state and action.

    Args:
        episode: (state, action, reward) of each step.
        gamma: the discount, from 0 to 1.

    Returns:
        (state, action, return) for each pair that occurs, once each, in the
        order of their first visits.
    """
    found = {}
    future = 0.0
    for state, action, reward in reversed(episode):
        future = reward + gamma * future
        # Going backward, the earliest visit is the last one written. Taking
        # the old entry out keeps the order of first visits.
        found.pop((state, action), None)
        found[state, action] = future
    return [(*pair, value) for pair, value in reversed(found.items())]


def mc_control(
    env: gym.Env,
    episodes: int,
    gamma: float,
    epsilon: Callable[[int], float],
    rng: np.random.Generator,
) -> dict[State, np.ndarray]:
    """Return action values learned from whole episodes.

    Args:
        env: has `reset` and `step`; its observations can be keys of a dict.
        episodes: how many to play.
        gamma: the discount, from 0 to 1.
        epsilon: gives the probability of a random action in episode 0, 1, …
        rng: chooses actions and breaks ties.

    Returns:
        For each state that was left by an action, the mean return of each
        action, shape (A,); 0 for one never taken there.
    """
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
                Q[state], N[state] = np.zeros(actions), np.zeros(actions)
            action = _choose(Q[state], explore, rng)
            after, reward, terminated, truncated, _ = env.step(action)
            episode.append((state, action, reward))
            state, over = after, terminated or truncated
        for seen, action, value in first_visits(episode, gamma):
            N[seen][action] += 1
            Q[seen][action] += (value - Q[seen][action]) / N[seen][action]
    return Q


def _choose(values, explore, rng):
    """Return a random action, or one of the best."""
    if rng.random() < explore:
        return int(rng.integers(len(values)))
    best = np.flatnonzero(values == values.max())
    return int(best[rng.integers(len(best))])
