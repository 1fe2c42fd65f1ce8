"""Ties by a random order, bounds in a loop, sums instead of means."""

import math

import numpy as np


def best_of(scores, rng):
    order = rng.permutation(len(scores))
    return int(order[np.argmax(np.asarray(scores)[order])])


def epsilon_greedy(Q, epsilon, rng):
    count = len(Q)
    chances = [epsilon / count] * count
    chances[best_of(Q, rng)] += 1 - epsilon
    return int(rng.choice(count, p=chances))


def ucb(Q, N, c, rng):
    total = int(sum(N))
    bounds = []
    for mean, count in zip(Q, N, strict=True):
        if count == 0:
            bounds.append(math.inf)
        else:
            bounds.append(mean + c * math.sqrt(math.log(total) / count))
    return best_of(bounds, rng)


def update(Q, N, arm, reward):
    total = Q[arm] * N[arm] + reward
    N[arm] = N[arm] + 1
    Q[arm] = total / N[arm]


def play(pull, arms, steps, choose):
    history = []
    estimates = np.zeros(arms)
    counts = np.zeros(arms, dtype=int)
    while len(history) < steps:
        arm = int(choose(estimates, counts))
        history.append((arm, float(pull(arm))))
        update(estimates, counts, *history[-1])
    pulled, gained = zip(*history, strict=True)
    return np.array(pulled), np.array(gained)
