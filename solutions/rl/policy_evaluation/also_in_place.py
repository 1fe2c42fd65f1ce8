"""Plain loops over the table, values overwritten as the sweep goes."""

import numpy as np


def backup(P, V, policy, gamma, s):
    total = 0.0
    for a, weight in enumerate(policy[s]):
        for p, s2, r, done in P[s][a]:
            total += weight * p * (r + gamma * V[s2] * (1 - int(done)))
    return total


def evaluate_by_sweeps(P, policy, gamma, tolerance):
    V = [0.0] * len(P)
    biggest = tolerance
    while biggest >= tolerance:
        biggest = 0.0
        for s in range(len(P)):
            old = V[s]
            V[s] = backup(P, V, policy, gamma, s)
            biggest = max(biggest, abs(V[s] - old))
    return np.array(V)


def evaluate_exact(P, policy, gamma):
    n = len(P)
    zero = np.zeros(n)
    b = np.array([backup(P, zero, policy, gamma, s) for s in range(n)])
    columns = []
    for j in range(n):
        unit = np.zeros(n)
        unit[j] = 1.0
        column = [backup(P, unit, policy, gamma, s) for s in range(n)]
        columns.append(np.array(column) - b)
    return np.linalg.inv(np.eye(n) - np.array(columns).T) @ b
