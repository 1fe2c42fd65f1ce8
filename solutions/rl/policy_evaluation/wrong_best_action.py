"""Takes the best action instead of the one of the policy.

The maximum over actions gives the value of the *best* policy. Here the policy
is given, and is to be judged as it is, mistakes included.

Lesson: rl/bellman#the-value-of-a-policy
"""

from collections.abc import Mapping, Sequence

import numpy as np

Table = Sequence | Mapping


def evaluate_exact(P, policy, gamma):
    return evaluate_by_sweeps(P, policy, gamma, 1e-12)


def evaluate_by_sweeps(P, policy, gamma, tolerance):
    V = np.zeros(len(P))
    while True:
        better = np.array(
            [
                max(
                    sum(
                        (
                            p * (r + gamma * (not end) * V[n])
                            for p, n, r, end in P[s][a]
                        )
                    )
                    for a in range(policy.shape[1])
                )
                for s in range(len(P))
            ]
        )
        change = np.abs(better - V).max()
        V = better
        if change < tolerance:
            return V


def _under(P, policy):
    states, actions = policy.shape
    rewards, flow = (np.zeros(states), np.zeros((states, states)))
    for s in range(states):
        for a in range(actions):
            for chance, after, reward, terminated in P[s][a]:
                weight = policy[s, a] * chance
                rewards[s] += weight * reward
                if not terminated:
                    flow[s, after] += weight
    return (rewards, flow)
