"""Takes the best next action in the target of SARSA.

That is the target of Q-learning, off-policy. SARSA learns what the agent is
worth as it plays, so the action it takes next counts. It was sound.

Lesson: rl/sarsa_and_q_learning#the-action-that-comes
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
    return reward + gamma * float(after.max())


def sarsa_target(reward, after, action, terminated, truncated, gamma):
    future = float(after.max())
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
