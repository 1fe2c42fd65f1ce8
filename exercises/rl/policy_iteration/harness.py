"""Checks for rl/policy_iteration. Oracle: every policy tried, one by one."""

from itertools import pairwise, product

import gymnasium as gym
import numpy as np

from tutor.envs.gridworlds import grid, optimal_values, policy_values
from tutor.harness import (
    array,
    assert_close,
    assert_untouched,
    built,
    case,
    number,
    require,
)

SIZES = {"S": (1, 4), "A": (1, 3)}
TABLES = {
    "the frozen lake": "FrozenLake-v1",
    "the cliff": "CliffWalking-v1",
}


def plain(name):
    """Return Gymnasium's table in plain numbers."""
    return {
        s: {
            a: [(float(p), int(n), float(r), bool(end)) for p, n, r, end in o]
            for a, o in row.items()
        }
        for s, row in gym.make(name).unwrapped.P.items()
    }


@built("S", "A")
def tables(rng, sizes):
    """Every action leads to two states, or to an end."""
    return [
        [
            [
                (
                    p,
                    int(rng.integers(sizes["S"])),
                    float(rng.normal()),
                    bool(rng.random() < 0.3),
                )
                for p in rng.dirichlet([2, 2]).tolist()
            ]
            for _ in range(sizes["A"])
        ]
        for _ in range(sizes["S"])
    ]


def parts(got):
    fits = type(got) in (tuple, list) and len(got) == 3
    require(fits, "policy_iteration must return policy, V and a list", got)
    return got


def values_of(P, policy, gamma):
    """Return the exact values of a policy given as one action per state."""
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
        f"a policy must be an array of {states} whole numbers below {actions}",
        policy,
    )
    return policy_values(P, np.eye(actions)[policy], gamma)


def best_of_all(P, gamma):
    """Try every policy there is; return the largest values."""
    plans = product(range(len(P[0])), repeat=len(P))
    return np.max([values_of(P, np.array(plan), gamma) for plan in plans], 0)


@case(
    "an action is worth its rewards and what follows, by their chances",
    P=tables,
    V=array("S"),
    gamma=number(0.2, 0.95),
    sizes=SIZES,
)
def q_values(learner, P, V, gamma):
    expected = [
        [
            sum(p * r for p, _, r, _ in outcomes)
            + gamma * sum(p * V[n] for p, n, _, end in outcomes if not end)
            for outcomes in row
        ]
        for row in P
    ]
    got = learner.action_values(P, V, gamma)
    assert_close(got, np.array(expected))
    assert_untouched(learner)


@case(
    "no other policy is worth more in any state",
    P=tables,
    gamma=number(0.2, 0.95),
    sizes=SIZES,
    tries=8,
)
def best(learner, P, gamma):
    policy, V, _ = parts(learner.policy_iteration(P, gamma))
    assert_untouched(learner)
    truth = best_of_all(P, gamma)
    close = {"rtol": 1e-6, "atol": 1e-6}
    reached = values_of(P, policy, gamma)
    assert_close(reached, truth, what="what the policy is worth", **close)
    assert_close(V, truth, what="V", **close)


@case("it goes on for as many rounds as it takes")
def rounds(learner):
    # At a walk of ten places the best action changes place by place.
    P = grid(["S.........G"], step_reward=-0.1)
    policy, V, _ = parts(learner.policy_iteration(P, 0.9))
    truth = optimal_values(P, 0.9)
    assert_close(V, truth, rtol=1e-6, atol=1e-6, what="V in a corridor")
    assert_close(values_of(P, policy, 0.9), truth, rtol=1e-6, atol=1e-6)


def climb(P, judged, gamma):
    """Fail unless every policy of the list is better than the one before."""
    values = [values_of(P, one, gamma) for one in judged]
    for i, (old, new) in enumerate(pairwise(values)):
        worse = (new < old - 1e-6).any()
        require(not worse, f"policy {i + 1} of the list is worse than {i}")
        more = (new > old + 1e-9).any()
        require(more, f"policy {i + 1} of the list is no better than {i}")


@case("actions that tie do not keep it from ending")
def ties(learner):
    # On open maps many ways are equally good, up to rounding.
    for size, slip, gamma in product((3, 4), (0.2, 0.3, 2 / 3), (0.9, 0.95)):
        lines = ["." * size] * (size - 1) + ["." * (size - 1) + "G"]
        P = grid(lines, slip=slip, step_reward=-0.01)
        _, V, judged = parts(learner.policy_iteration(P, gamma))
        truth = optimal_values(P, gamma)
        assert_close(V, truth, rtol=1e-6, atol=1e-6, what="V on an open map")
        climb(P, judged, gamma)


@case("the list begins with action 0 everywhere, and no policy is worse")
def path(learner):
    P = grid(["S..", ".X.", "..G"], slip=0.2, step_reward=-0.05)
    policy, _, judged = parts(learner.policy_iteration(P, 0.9))
    require(
        type(judged) is list and judged,
        "the third part must be a list of all policies that were judged, the "
        "first and the last one too",
        judged,
    )
    first = np.zeros(9)
    got = np.asarray(judged[0]).astype(float)
    assert_close(got, first, what="the first policy judged")
    climb(P, judged, 0.9)
    last = np.asarray(judged[-1]).astype(float)
    assert_close(last, policy.astype(float), what="the last policy judged")


@case("each round changes all states where another action is better")
def all_states(learner):
    for slip in (0.0, 0.2):
        P = grid(["S...", ".X..", "...G"], slip=slip, step_reward=-0.05)
        _, _, judged = parts(learner.policy_iteration(P, 0.9))
        rows = np.arange(len(P))
        for i, (old, new) in enumerate(pairwise(judged)):
            V = values_of(P, old, 0.9)
            Q = np.array([[ahead(o, V, 0.9) for o in row] for row in P])
            pays = Q.max(axis=1) > Q[rows, old] + 1e-6
            left = pays & (Q[rows, new] < Q.max(axis=1) - 1e-6)
            where = np.flatnonzero(left)[:1].tolist()
            require(
                not where,
                f"policy {i + 1} of the list does not take a best action in "
                f"state {where}, though by the values of policy {i} that is "
                "better there: a round changes every such state",
            )


def ahead(outcomes, V, gamma):
    """Return what one action is worth, by one look ahead."""
    return sum(
        p * (r + gamma * (0.0 if end else V[n])) for p, n, r, end in outcomes
    )


@case("Gymnasium's lake and cliff are solved")
def known(learner):
    for what, name in TABLES.items():
        P = plain(name)
        policy, V, _ = parts(learner.policy_iteration(P, 0.9))
        truth = optimal_values(P, 0.9)
        assert_close(V, truth, rtol=1e-5, atol=1e-6, what=f"V of {what}")
        reached = values_of(P, policy, 0.9)
        said = f"what the policy for {what} is worth"
        assert_close(reached, truth, rtol=1e-5, atol=1e-6, what=said)
