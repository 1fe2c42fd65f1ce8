"""Takes the mean over the next actions in the target of Q-learning.

That is what an agent that goes on at random is worth, an on-policy target.
Q-learning asks for the best next action, whatever is tried.

Lesson: rl/sarsa_and_q_learning#the-best-next-action
"""

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


def choose(values, epsilon, rng):
    if rng.random() >= epsilon:
        best = np.flatnonzero(values == values.max())
        return int(rng.choice(best))
    return int(rng.integers(len(values)))


def mean_after(mean, count, value):
    return mean + (value - mean) / count


def returns(rewards, ended, gamma):
    result, future = (np.zeros(len(rewards)), 0.0)
    for t in reversed(range(len(rewards))):
        future = rewards[t] + gamma * future * (not ended[t])
        result[t] = future
    return result


def q_target(reward, after, terminated, truncated, gamma):
    if terminated:
        return reward
    return reward + gamma * float(after.mean())


def sarsa_target(reward, after, action, terminated, truncated, gamma):
    future = float(after[action])
    return reward + gamma * (1 - terminated) * future


def fade(trace, state, gamma, lam):
    trace = gamma * lam * trace
    trace[state] += 1
    return trace


def look_ahead(outcomes, V, gamma):
    total = 0.0
    for chance, after, reward, terminated in outcomes:
        future = 0.0 if terminated else gamma * float(V[after])
        total += chance * (reward + future)
    return total
