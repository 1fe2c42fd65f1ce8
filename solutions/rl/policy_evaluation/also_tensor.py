"""A (S, A, S) tensor of chances, contracted with the policy by einsum."""

import numpy as np


def tensor(P):
    S, A = len(P), len(P[0])
    T, R = np.zeros((S, A, S)), np.zeros((S, A))
    for s in range(S):
        for a in range(A):
            for p, n, r, end in P[s][a]:
                T[s, a, n] += p * (not end)
                R[s, a] += p * r
    return T, R


def evaluate_exact(P, policy, gamma):
    T, R = tensor(P)
    M = np.einsum("sa,san->sn", policy, T)
    r = np.einsum("sa,sa->s", policy, R)
    return np.linalg.lstsq(np.eye(len(r)) - gamma * M, r, rcond=None)[0]


def evaluate_by_sweeps(P, policy, gamma, tolerance):
    T, R = tensor(P)
    V, last = np.zeros(len(P)), None
    while last is None or np.max(np.abs(V - last)) >= tolerance:
        last = V
        V = (policy * (R + gamma * (T @ V))).sum(axis=1)
    return V
