"""Checks for rl/policy_evaluation. Oracle: rewards added up step by step."""

import gymnasium as gym
import numpy as np

from tutor.envs.gridworlds import grid
from tutor.harness import (
    assert_close,
    assert_untouched,
    built,
    case,
    number,
    require,
)

FROZEN = {
    s: {
        a: [(float(p), int(n), float(r), bool(end)) for p, n, r, end in outs]
        for a, outs in row.items()
    }
    for s, row in gym.make("FrozenLake-v1").unwrapped.P.items()
}
SIZES = {"S": (2, 5), "A": (1, 4)}
NOTED = set()
"""Slips seen in this check: sweeping without a discount may never end."""


def by_adding_up(P, policy, gamma, steps):
    """Follow the chances forward, one step at a time, for so many steps.

    Row s of `share` tells where an episode that began in s is by now.
    """
    states, actions = policy.shape
    pay, move = np.zeros(states), np.zeros((states, states))
    for s in range(states):
        for a in range(actions):
            for p, after, r, end in P[s][a]:
                pay[s] += policy[s, a] * p * r
                move[s, after] += 0.0 if end else policy[s, a] * p
    share, total = np.eye(states), np.zeros(states)
    for t in range(steps):
        total += gamma**t * (share @ pay)
        share = share @ move
    return total


@built("S", "A")
def tables(rng, sizes):
    """Every action leads to three states, some of them twice, or to an end."""
    return [
        [
            [
                (
                    p,
                    int(rng.integers(sizes["S"])),
                    float(rng.normal()),
                    bool(rng.random() < 0.3),
                )
                for p in rng.dirichlet([2, 2, 2]).tolist()
            ]
            for _ in range(sizes["A"])
        ]
        for _ in range(sizes["S"])
    ]


@built("S", "A")
def endless(rng, sizes):
    """Nothing ever ends."""
    return [
        [
            [
                (p, int(rng.integers(sizes["S"])), float(rng.normal()), False)
                for p in rng.dirichlet([2, 2]).tolist()
            ]
            for _ in range(sizes["A"])
        ]
        for _ in range(sizes["S"])
    ]


@built("S", "A")
def policies(rng, sizes):
    return rng.dirichlet(np.ones(sizes["A"]), sizes["S"])


@built("S", "A")
def choices(rng, sizes):
    return np.eye(sizes["A"])[rng.integers(sizes["A"], size=sizes["S"])]


def told(P, policy, gamma, got, truth):
    """Return what wrong values have come from, if that can be told."""
    if np.shape(got) != np.shape(truth) or np.allclose(got, truth, atol=1e-7):
        return ""
    even = np.full(policy.shape, 1 / policy.shape[1])
    on = [
        [[(p, n, r, False) for p, n, r, _ in o] for o in P[s].values()]
        if isinstance(P[s], dict)
        else [[(p, n, r, False) for p, n, r, _ in o] for o in P[s]]
        for s in range(len(P))
    ]
    slips = {
        "These values count all actions alike: each counts by its probability "
        "under the policy.": (P, even),
        "These values add up all actions: each counts by its probability "
        "under the policy.": (P, np.ones(policy.shape)),
        "These values count what comes behind the end of an episode: look at "
        "the flag of each outcome.": (on, policy),
    }
    for text, (table, shares) in slips.items():
        with np.errstate(all="ignore"):
            wrong = by_adding_up(table, shares, gamma, 400)
        if np.isfinite(wrong).all() and np.allclose(got, wrong, atol=1e-6):
            return text
    return ""


def ready():
    require(not NOTED, "this waits until the discount counts in sweeps")


def both(learner, P, policy, gamma, truth, **limits):
    """Hold both functions against the truth."""
    ready()
    got = learner.evaluate_exact(P, policy, gamma)
    because = told(P, policy, gamma, got, truth)
    what = "what evaluate_exact returns"
    assert_close(got, truth, what=what, because=because, **limits)
    got = learner.evaluate_by_sweeps(P, policy, gamma, 1e-11)
    because = told(P, policy, gamma, got, truth)
    what = "what evaluate_by_sweeps returns"
    close = {"rtol": 1e-6, "atol": 1e-8}
    assert_close(got, truth, what=what, because=because, **close)


@case("what comes later counts less, in both functions")
def discounted(learner):
    NOTED.clear()
    # Every episode ends, so that values without a discount can be found.
    P = [[[(1.0, s + 1, 1.0, s == 3)]] for s in range(4)]
    P += [[[(1.0, 4, 0.0, True)]]]
    policy = np.ones((5, 1))
    truth = np.array([1.875, 1.75, 1.5, 1.0, 0.0])
    exact = learner.evaluate_exact(P, policy, 0.5)
    swept = learner.evaluate_by_sweeps(P, policy, 0.5, 1e-11)
    plain = np.array([4.0, 3.0, 2.0, 1.0, 0.0])
    if np.shape(swept) == (5,) and np.allclose(swept, plain):
        NOTED.add("sweeps")
    for name, got in (("exact", exact), ("by_sweeps", swept)):
        because = ""
        if np.shape(got) == (5,) and np.allclose(got, plain):
            because = (
                "These values are without the discount: what comes k steps "
                "later counts gamma to the power of k."
            )
        what = f"what evaluate_{name} returns"
        assert_close(got, truth, what=what, because=because)


@case(
    "a policy that always knows what to do",
    P=endless,
    policy=choices,
    gamma=number(0.1, 0.8),
    sizes=SIZES,
    tries=6,
)
def deterministic(learner, P, policy, gamma):
    both(learner, P, policy, gamma, by_adding_up(P, policy, gamma, 300))


@case(
    "a policy that throws dice: each action counts by its probability",
    P=endless,
    policy=policies,
    gamma=number(0.1, 0.8),
    sizes=SIZES,
    tries=6,
)
def stochastic(learner, P, policy, gamma):
    both(learner, P, policy, gamma, by_adding_up(P, policy, gamma, 300))


@case(
    "after a step that ends the episode nothing comes",
    P=tables,
    policy=policies,
    gamma=number(0.5, 0.9),
    sizes=SIZES,
    tries=6,
)
def ends(learner, P, policy, gamma):
    both(learner, P, policy, gamma, by_adding_up(P, policy, gamma, 400))


@case("discount 1 works wherever every episode ends")
def undiscounted(learner):
    P = grid(["S..", ".#X", "..G"], slip=0.2, step_reward=-0.04)
    policy = np.full((9, 4), 0.25)
    both(learner, P, policy, 1.0, by_adding_up(P, policy, 1.0, 2000))


@case("Gymnasium's own table of the frozen lake, a dict of dicts")
def frozen_lake(learner):
    policy = np.full((16, 4), 0.25)
    policy[:, 2] += 0.15
    policy[:, 0] -= 0.15
    truth = by_adding_up(FROZEN, policy, 0.95, 600)
    both(learner, FROZEN, policy, 0.95, truth)


@case("sweeping goes on until no state changes much any more")
def patient(learner):
    ready()
    # News travels one state per sweep, from the last to the first; the
    # rewards are such that single states, and the sum, stand still on the way.
    corridor = [[[(1.0, s + 1, 0.0, False)]] for s in range(12)]
    corridor += [[[(1.0, 0, 5.0, True)]], [[(1.0, 12, 0.0, False)]]]
    policy = np.ones((14, 1))
    truth = by_adding_up(corridor, policy, 0.9, 20)
    got = learner.evaluate_by_sweeps(corridor, policy, 0.9, 1e-6)
    assert_close(got, truth, what="the values of a corridor")
    slow = [
        [[(0.98, s, 1.0 - 2 * s, False), (0.02, s, 0.0, True)]] for s in (0, 1)
    ]
    truth = np.array([49.0, -49.0])
    got = learner.evaluate_by_sweeps(slow, np.ones((2, 1)), 1.0, 1e-7)
    what = "the values of two states that one seldom leaves"
    assert_close(got, truth, rtol=1e-5, what=what)


@case(
    "sweeping stops when a sweep changes less than the tolerance",
    P=endless,
    policy=policies,
    sizes=SIZES,
    tries=6,
)
def tolerant(learner, P, policy):
    ready()
    truth = by_adding_up(P, policy, 0.5, 100)
    got = learner.evaluate_by_sweeps(P, policy, 0.5, 1e-3)
    assert_close(got, truth, rtol=0, atol=1.01e-3)
    got = learner.evaluate_by_sweeps(P, policy, 0.0, 1e-3)
    now = by_adding_up(P, policy, 0.0, 1)
    assert_close(got, now, what="the values for discount 0")


@case("sweeping starts from zeros and ends with the first quiet sweep")
def first_quiet(learner):
    ready()
    # State 1 pays 1 and ends; state 0 waits. The first sweep changes values
    # by 1, the second by 0.5, the third by nothing.
    P = [[[(1.0, 1, 0.0, False)]], [[(1.0, 1, 1.0, True)]]]
    got = learner.evaluate_by_sweeps(P, np.ones((2, 1)), 0.5, 1.0)
    assert_close(got, np.array([0.5, 1.0]), what="the values")
    # Each of two states changes by 0.4, less than the tolerance.
    P = [[[(1.0, s, 0.4, False)]] for s in (0, 1)]
    got = learner.evaluate_by_sweeps(P, np.ones((2, 1)), 0.5, 0.5)
    assert_close(
        got,
        np.array([0.4, 0.4]),
        because="After a sweep in which no single state changed by as much "
        "as the tolerance it must stop; changes are not added up.",
    )
    still = [[[(1.0, 0, 0.0, False)]]]
    got = learner.evaluate_by_sweeps(still, np.ones((1, 1)), 1.0, 0.1)
    what = "the value of standing still without reward"
    assert_close(got, np.zeros(1), what=what)


@case("table and policy stay as they were", P=tables, policy=policies, tries=2)
def untouched(learner, P, policy):
    ready()
    learner.evaluate_exact(P, policy, 0.9)
    assert_untouched(learner)
    learner.evaluate_by_sweeps(P, policy, 0.9, 1e-6)
    assert_untouched(learner)
