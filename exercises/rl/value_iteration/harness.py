"""Checks for rl/value_iteration. Oracle: every policy tried; known optima."""

from itertools import product

import gymnasium as gym
import numpy as np

from tutor.envs.gridworlds import grid, optimal_values, policy_values
from tutor.harness import (
    assert_close,
    assert_untouched,
    built,
    case,
    number,
    require,
)

SIZES = {"S": (2, 4), "A": (1, 3)}
PASSED = set()
"""Which cases of the running check have passed: the taxi waits for them."""
NOTED = set()
"""Slips seen in this check: without a discount other worlds have no end."""


def plain(name, **options):
    """Return Gymnasium's table in plain numbers, and the share of starts."""
    world = gym.make(name, **options).unwrapped
    table = {
        s: {
            a: [(float(p), int(n), float(r), bool(end)) for p, n, r, end in o]
            for a, o in row.items()
        }
        for s, row in world.P.items()
    }
    return table, np.asarray(world.initial_state_distrib)


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


def solved(learner, P, gamma, tolerance):
    """Return V and the exact worth of the policy, their forms checked."""
    require(not NOTED, "this waits until the discount counts")
    got = learner.value_iteration(P, gamma, tolerance)
    fits = type(got) in (tuple, list) and len(got) == 2
    require(fits, "value_iteration must return the tuple (V, policy)", got)
    V, policy = got
    states, actions = len(P), len(P[0])
    right = (
        isinstance(policy, np.ndarray)
        and policy.shape == (states,)
        and policy.dtype.kind in "iu"
        and policy.min() >= 0
        and policy.max() < actions
    )
    require(
        right,
        f"the policy must be an array of {states} whole numbers below "
        f"{actions}",
        policy,
    )
    # Without a discount a bad policy may walk for ever, and have no value.
    reached = None
    if gamma < 1:
        reached = policy_values(P, np.eye(actions)[policy], gamma)
    if tolerance < 1e-5:
        truth = optimal_values(P, gamma)
        right = np.shape(V) == truth.shape and all(
            np.allclose(one, truth, rtol=1e-6, atol=1e-5)
            for one in (V, truth if reached is None else reached)
        )
        # Of actions that tie, any is best: that depends on rounding.
        learner.left_to_chance(right or bool(told(P, gamma, V, truth)))
    return V, reached


def best_of_all(P, gamma):
    """Try every policy there is; return the largest values."""
    plans = product(range(len(P[0])), repeat=len(P))
    eye = np.eye(len(P[0]))
    return np.max(
        [policy_values(P, eye[list(plan)], gamma) for plan in plans], 0
    )


def swept(P, gamma, kind, sweeps):
    """Return values after so many sweeps that make the slip of this name."""
    V = np.zeros(len(P))
    for _ in range(sweeps):
        new = np.zeros(len(P))
        for s, row in enumerate(P):
            worth = []
            for outcomes in row:
                total = 0.0
                for p, n, r, end in outcomes:
                    later = V[n] if kind == "past the end" or not end else 0.0
                    total += (1 if kind == "unweighted" else p) * r
                    total += p * later * (1 if kind == "undamped" else gamma)
                worth.append(total)
            new[s] = np.mean(worth) if kind == "mean" else max(worth)
        V = new
    return V


SLIPS = {
    "past the end": "These values count what comes behind the end of an "
    "episode: look at the flag of each outcome.",
    "mean": "These values are means over the actions, those of an agent that "
    "acts at random. The best action counts.",
    "undamped": "These values are without the discount: what comes later "
    "counts gamma times as much.",
    "unweighted": "The rewards of these values are not weighted by the "
    "chances of their outcomes.",
    "one sweep": "These are the values after a single sweep. News travels "
    "one step per sweep: go on until it is quiet.",
}


def told(P, gamma, V, truth):
    """Return what wrong values have come from, if that can be told."""
    if np.shape(V) != np.shape(truth) or np.allclose(V, truth, atol=1e-7):
        return ""
    for kind, text in SLIPS.items():
        sweeps = 1 if kind == "one sweep" else 400
        if np.allclose(V, swept(P, gamma, kind, sweeps), atol=1e-4):
            return text
    return ""


@case("news from the goal gets to the far end of a corridor")
def corridor(learner):
    PASSED.clear()
    NOTED.clear()
    P = grid(["S" + 13 * "." + "G"])
    V, reached = solved(learner, P, 0.9, 1e-6)
    truth = np.array([0.9 ** (13 - s) for s in range(14)] + [0.0])
    because = told(P, 0.9, V, truth)
    if because == SLIPS["undamped"]:
        NOTED.add("undamped")
    assert_close(V, truth, what="V in a corridor", because=because)
    assert_close(reached, truth, what="what the policy is worth")
    PASSED.add("corridor")


@case(
    "the values are those of the best of all policies",
    P=tables,
    gamma=number(0.2, 0.95),
    sizes=SIZES,
)
def best(learner, P, gamma):
    V, reached = solved(learner, P, gamma, 1e-11)
    assert_untouched(learner)
    truth = best_of_all(P, gamma)
    because = told(P, gamma, V, truth)
    close = {"rtol": 1e-6, "atol": 1e-8}
    assert_close(V, truth, what="V", because=because, **close)
    what = "what the policy is worth"
    assert_close(reached, truth, rtol=1e-6, atol=1e-8, what=what)
    PASSED.add("best")


@case("costs are negative rewards, and the least cost wins")
def costs(learner):
    P = grid(["S.X", "...", "X.G"], slip=0.3, step_reward=-1, goal_reward=0)
    V, reached = solved(learner, P, 0.95, 1e-11)
    require((V < 1e-9).all(), "where every step costs, no value is positive")
    because = told(P, 0.95, V, optimal_values(P, 0.95))
    close = {"rtol": 1e-6, "atol": 1e-8, "because": because}
    assert_close(reached, V, what="the policy's worth", **close)
    PASSED.add("costs")


@case("it starts from zeros and stops after the first quiet sweep")
def quiet(learner):
    P = [
        [[(1.0, 1, 0.0, False)], [(1.0, 0, 0.0, False)]],
        [[(1.0, 1, 1.0, True)], [(1.0, 1, 0.0, True)]],
    ]
    V, _ = solved(learner, P, 0.5, 1.0)
    assert_close(V, np.array([0.5, 1.0]), what="V with a tolerance of 1")
    # Each of two states changes by 0.4, less than the tolerance.
    P = [[[(1.0, s, 0.4, False)]] for s in (0, 1)]
    V, _ = solved(learner, P, 0.5, 0.5)
    assert_close(
        V,
        np.array([0.4, 0.4]),
        because="After a sweep in which no single state changed by as much "
        "as the tolerance it must stop; changes are not added up.",
    )
    still = [[[(1.0, 0, 0.0, False)]]]
    V, _ = solved(learner, still, 1.0, 0.1)
    assert_close(V, np.zeros(1), what="the value of standing still")
    PASSED.add("quiet")


@case("the frozen lake: the best start is worth 0.54203 with discount 0.99")
def lake(learner):
    for slippery, known in ((False, 0.95099), (True, 0.54203)):
        P, starts = plain("FrozenLake-v1", is_slippery=slippery)
        V, reached = solved(learner, P, 0.99, 1e-9)
        what = "V of the start, slippery: " + str(slippery)
        assert_close(float(starts @ V), known, rtol=0, atol=1e-5, what=what)
        what = "what the policy is worth there"
        got = float(starts @ reached)
        assert_close(got, known, rtol=0, atol=1e-5, what=what)
    PASSED.add("lake")


@case("the cliff costs 12.24790, and 13 without a discount")
def cliff(learner):
    P, starts = plain("CliffWalking-v1")
    for gamma, known in ((0.99, -12.24790), (1.0, -13.0)):
        V, _ = solved(learner, P, gamma, 1e-9)
        what = f"V of the start with discount {gamma}"
        assert_close(float(starts @ V), known, rtol=0, atol=1e-5, what=what)
    PASSED.add("cliff")


@case("the taxi: its 300 starts are worth 6.32746 on average")
def taxi(learner):
    require(
        len(PASSED) == 6,
        "the taxi is driven when everything above has passed",
    )
    P, starts = plain("Taxi-v4")
    V, _ = solved(learner, P, 0.99, 1e-9)
    what = "the mean of V over the starts"
    assert_close(float(starts @ V), 6.32746, rtol=0, atol=1e-5, what=what)
