"""Checks for rl/td_lambda. Oracle: each surprise sent back, visit by visit."""

from itertools import pairwise

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_unaliased,
    assert_untouched,
    built,
    case,
    number,
)

SIZES = {"S": (2, 5), "T": (1, 8)}


def sent_back(V, steps, alpha, gamma, lam):
    """Change the values by the sum over all earlier visits of the episode."""
    values, first = np.array(V, float), 0
    for t, (state, reward, after, ended, cut) in enumerate(steps):
        following = 0.0 if ended else float(values[after])
        surprise = reward + gamma * following - float(values[state])
        change = np.zeros(len(values))
        for k in range(first, t + 1):
            weight = 1.0
            for _ in range(t - k):
                weight *= gamma * lam
            change[steps[k][0]] += alpha * surprise * weight
        values = values + change
        if ended or cut:
            first = t + 1
    return values


def walk(rng, sizes, ends, cuts):
    """A record in which states come again; flags with given chances."""
    count = sizes["S"]
    states = rng.integers(0, count, sizes["T"] + 1).tolist()
    record = []
    for t in range(sizes["T"]):
        ended, cut = bool(rng.random() < ends), bool(rng.random() < cuts)
        reward = float(rng.normal())
        record.append((states[t], reward, states[t + 1], ended, cut))
    return record


@built("S", "T")
def endless(rng, sizes):
    return walk(rng, sizes, 0, 0)


@built("S", "T")
def one_episode(rng, sizes):
    record = walk(rng, sizes, 0, 0)
    record[-1] = (*record[-1][:3], True, False)
    return record


@built("S", "T")
def ending(rng, sizes):
    return walk(rng, sizes, 0.4, 0)


@built("S", "T")
def limited(rng, sizes):
    return walk(rng, sizes, 0.15, 0.35)


def hold(learner, V, steps, alpha, gamma, lam):
    got = learner.td_lambda(V, steps, alpha, gamma, lam)
    assert_close(got, sent_back(V, steps, alpha, gamma, lam))


@case(
    "λ = 0 corrects the state just left, and no other",
    V=array("S"),
    steps=endless,
    alpha=number(0.1, 0.6),
    gamma=number(0.3, 0.95),
    sizes=SIZES,
)
def td_zero(learner, V, steps, alpha, gamma):
    hold(learner, V, steps, alpha, gamma, 0.0)


@case(
    "a surprise reaches back with weights that fall by γλ",
    V=array("S"),
    steps=endless,
    alpha=number(0.1, 0.6),
    gamma=number(0.3, 0.95),
    lam=number(0.2, 0.95),
    sizes=SIZES,
    tries=20,
)
def reaches_back(learner, V, steps, alpha, gamma, lam):
    hold(learner, V, steps, alpha, gamma, lam)


@case(
    "a state that is visited again is credited for each visit",
    V=array("S"),
    alpha=number(0.1, 0.6),
    lam=number(0.2, 0.95),
    sizes={"S": (2, 4)},
    tries=4,
)
def again(learner, V, alpha, lam):
    states = [0, 0, 1, 0, 1]
    steps = [
        (s, 1.0 + t, n, False, False)
        for t, (s, n) in enumerate(pairwise(states))
    ]
    hold(learner, V, steps, alpha, 0.9, lam)


@case(
    "after a true end nothing follows",
    V=array("S"),
    steps=one_episode,
    alpha=number(0.1, 0.6),
    gamma=number(0.3, 0.95),
    lam=number(0.2, 0.95),
    sizes=SIZES,
)
def ends(learner, V, steps, alpha, gamma, lam):
    hold(learner, V, steps, alpha, gamma, lam)


@case(
    "no surprise reaches back into an episode that is over",
    V=array("S"),
    steps=ending,
    alpha=number(0.1, 0.6),
    gamma=number(0.3, 0.95),
    lam=number(0.2, 0.95),
    sizes={"S": (2, 5), "T": (4, 9)},
)
def several(learner, V, steps, alpha, gamma, lam):
    hold(learner, V, steps, alpha, gamma, lam)


@case(
    "a time limit ends the episode, but the next state keeps its value",
    V=array("S"),
    steps=limited,
    alpha=number(0.1, 0.6),
    gamma=number(0.3, 0.95),
    lam=number(0.2, 0.95),
    sizes={"S": (2, 5), "T": (4, 9)},
)
def cut_off(learner, V, steps, alpha, gamma, lam):
    hold(learner, V, steps, alpha, gamma, lam)


@case("λ = 1 without a discount comes to the returns, for a small step size")
def like_monte_carlo(learner):
    # To first order in alpha, the change is alpha times (return - value).
    V, alpha = np.array([0.3, -0.2, 0.5]), 1e-6
    steps = [
        (0, 1.0, 1, False, False),
        (1, -2.0, 2, False, False),
        (2, 5.0, 0, True, False),
    ]
    change = (learner.td_lambda(V, steps, alpha, 1.0, 1.0) - V) / alpha
    truth = np.array([4.0, 3.0, 5.0]) - V
    assert_close(change, truth, rtol=1e-4, what="the change over alpha")


@case(
    "the values and the record you were given stay as they were",
    V=array("S"),
    steps=limited,
    sizes=SIZES,
    tries=3,
)
def untouched(learner, V, steps):
    learner.td_lambda(V, steps, 0.5, 0.9, 0.7)
    assert_untouched(learner)
    assert_unaliased(learner)


@case(
    "values given as float32 or whole numbers come back as float64",
    steps=ending,
    sizes={"S": (3, 5), "T": (2, 6)},
    tries=3,
)
def dtypes(learner, steps):
    V = np.arange(5)
    truth = sent_back(V, steps, 0.3, 0.9, 0.5)
    for given in (V, V.astype("float32")):
        got = learner.td_lambda(given, steps, 0.3, 0.9, 0.5)
        assert_close(got, truth, dtype="float64")
