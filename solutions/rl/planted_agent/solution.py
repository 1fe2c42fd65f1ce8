"""The parts of a tabular agent."""

import numpy as np

FOUND = {
    "choose": "sound",
    "mean_after": "wrong count",
    "returns": "reset at the wrong step",
    "q_target": "time limit taken for an end",
    "sarsa_target": "sound",
    "fade": "factor missing",
    "look_ahead": "end overlooked",
}


def choose(
    values: np.ndarray, epsilon: float, rng: np.random.Generator
) -> int:
    """Return any action with probability epsilon, else one of the best."""
    if rng.random() >= epsilon:
        best = np.flatnonzero(values == values.max())
        return int(rng.choice(best))
    return int(rng.integers(len(values)))


def mean_after(mean: float, count: int, value: float) -> float:
    """Return the mean of `count` values, of which `value` is the newest.

    `mean` is that of the others; it is 0.0 if there are none.
    """
    return mean + (value - mean) / count


def returns(
    rewards: np.ndarray, ended: np.ndarray, gamma: float
) -> np.ndarray:
    """Return the discounted return of every step of finished episodes.

    `ended[t]` tells that an episode ended after step t; the last one did.
    """
    result, future = np.zeros(len(rewards)), 0.0
    for t in reversed(range(len(rewards))):
        future = rewards[t] + gamma * future * (not ended[t])
        result[t] = future
    return result


def q_target(
    reward: float,
    after: np.ndarray,
    terminated: bool,
    truncated: bool,
    gamma: float,
) -> float:
    """Return the target of Q-learning; `after` are the next values, (A,)."""
    if terminated:
        return reward
    return reward + gamma * float(after.max())


def sarsa_target(
    reward: float,
    after: np.ndarray,
    action: int,
    terminated: bool,
    truncated: bool,
    gamma: float,
) -> float:
    """Return the target of SARSA; `action` is the one taken next."""
    future = float(after[action])
    return reward + gamma * (1 - terminated) * future


def fade(
    trace: np.ndarray, state: int, gamma: float, lam: float
) -> np.ndarray:
    """Return the accumulating traces after `state` was left."""
    trace = gamma * lam * trace
    trace[state] += 1
    return trace


def look_ahead(
    outcomes: list[tuple[float, int, float, bool]], V: np.ndarray, gamma: float
) -> float:
    """Return what an action is worth, from its outcomes as in P[s][a]."""
    total = 0.0
    for chance, after, reward, terminated in outcomes:
        future = 0.0 if terminated else gamma * float(V[after])
        total += chance * (reward + future)
    return total
