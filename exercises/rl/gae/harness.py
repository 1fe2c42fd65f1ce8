"""Checks for rl/gae. Oracle: for each step, a sum over the steps ahead of it."""

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_untouched,
    built,
    case,
    number,
)


def by_sums(rewards, values, next_values, terminated, truncated, gamma, lam):
    """Return for each step the sum of its errors ahead, up to the boundary."""
    found = np.zeros(len(rewards))
    for start in range(len(rewards)):
        for t in range(start, len(rewards)):
            error = rewards[t] - values[t]
            if not terminated[t]:
                error += gamma * next_values[t]
            found[start] += (gamma * lam) ** (t - start) * error
            if terminated[t] or truncated[t]:
                break
    return found


@built("T")
def flags(rng, sizes):
    """Flags in the middle, from three steps on; never at the last."""
    found = np.zeros(sizes["T"], bool)
    if sizes["T"] > 2:
        found[rng.integers(1, sizes["T"] - 1)] = True
    return found


SIZES = {"T": (4, 7), "n": (2, 4)}
GIVEN = {
    "rewards": array("T"),
    "values": array("T"),
    "next_values": array("T"),
    "gamma": number(0.5, 0.95),
    "lam": number(0.5, 0.95),
}


def told(got, truth, r, v, after, ended, stopped, gamma, lam):
    """Return what wrong advantages have come from, if that can be told."""
    if np.shape(got) != truth.shape or np.allclose(got, truth):
        return ""
    none, over = np.zeros(len(r), bool), ended | stopped
    errors = r + gamma * np.where(ended, 0.0, after) - v
    slips = {
        "These advantages count a value behind a termination: nothing comes "
        "after it.": by_sums(r, v, after, none, over, gamma, lam),
        "A truncation is taken for a termination: the world would have gone "
        "on, and the value behind it counts.": by_sums(
            r, v, after, over, none, gamma, lam
        ),
        "News flows across the boundary of two episodes: the carry has to "
        "stop there.": carried(errors, none, gamma * lam),
        "News flows across a truncation: the next row belongs to another "
        "episode.": carried(errors, ended, gamma * lam),
        "The carry stops one row too late or too early: the flag of row t "
        "says that nothing of row t + 1 belongs to it.": carried(
            errors, np.roll(over, 1), gamma * lam
        ),
        "These are returns; the advantage is what they exceed the value by.": (
            truth + v
        ),
        "The first row is left out.": np.append(got[:1], truth[1:]),
    }
    return next((k for k, w in slips.items() if np.allclose(got, w)), "")


def carried(errors, over, fading):
    """Return errors and what later ones bring, stopped where `over` says."""
    found, carry = [], 0.0
    for error, stop in zip(errors[::-1], over[::-1], strict=True):
        carry = error + (0.0 if stop else fading * carry)
        found.insert(0, carry)
    return np.array(found)


def check(learner, *given, **more):
    got, truth = learner.gae(*given), by_sums(*given)
    because = told(got, truth, *given)
    what = "the advantages"
    assert_close(got, truth, what=what, because=because, **more)


@case("one long episode: errors ahead, fading", sizes=SIZES, **GIVEN)
def whole(learner, rewards, values, next_values, gamma, lam):
    none = np.zeros(len(rewards), bool)
    check(learner, rewards, values, next_values, none, none, gamma, lam)


@case(
    "a termination: no value behind it, and no news from behind it",
    terminated=flags,
    sizes=SIZES,
    **GIVEN,
)
def ends(learner, terminated, rewards, values, next_values, gamma, lam):
    none = np.zeros(len(rewards), bool)
    check(learner, rewards, values, next_values, terminated, none, gamma, lam)


@case(
    "a truncation: the value behind it counts, the news does not",
    truncated=flags,
    sizes=SIZES,
    **GIVEN,
)
def stops(learner, truncated, rewards, values, next_values, gamma, lam):
    none = np.zeros(len(rewards), bool)
    check(learner, rewards, values, next_values, none, truncated, gamma, lam)


@case("the last row: flags there, and none", sizes=SIZES, **GIVEN)
def last(learner, rewards, values, next_values, gamma, lam):
    for ended in (False, True):
        for stopped in (False, True):
            terminated, truncated = np.zeros((2, len(rewards)), bool)
            terminated[-1], truncated[-1] = ended, stopped
            check(
                learner,
                rewards,
                values,
                next_values,
                terminated,
                truncated,
                gamma,
                lam,
            )


@case("lambda 0 is the TD error, lambda 1 the return less the value")
def extremes(learner, rng):
    rewards, values = rng.normal(size=(2, 6))
    next_values = np.append(values[1:], rng.normal())
    none = np.zeros(6, bool)
    errors = rewards + 0.9 * next_values - values
    got = learner.gae(rewards, values, next_values, none, none, 0.9, 0.0)
    assert_close(got, errors, what="the advantages at lambda 0")
    total, returns = next_values[-1], []
    for r in rewards[::-1]:
        total = r + 0.9 * total
        returns.insert(0, total)
    got = learner.gae(rewards, values, next_values, none, none, 0.9, 1.0)
    assert_close(
        got, np.array(returns) - values, what="the advantages at lambda 1"
    )


@case("several worlds, each with boundaries of its own", sizes=SIZES, **GIVEN)
def worlds(learner, rewards, values, next_values, gamma, lam):
    rng = np.random.default_rng(len(rewards))
    count, n = len(rewards), 3
    table = [
        np.stack([a * s for s in (1, -2, 0.5)], axis=1)
        for a in (rewards, values, next_values)
    ]
    terminated = rng.random((count, n)) < 0.3
    truncated = rng.random((count, n)) < 0.3
    got = learner.gae(*table, terminated, truncated, gamma, lam)
    expected = [
        by_sums(
            *(a[:, i] for a in (*table, terminated, truncated)), gamma, lam
        )
        for i in range(n)
    ]
    assert_close(got, np.stack(expected, axis=1), what="the advantages")
    one = [a[:1] for a in (*table, terminated, truncated)]
    row = [by_sums(*(a[:, i] for a in one), gamma, lam) for i in range(n)]
    assert_close(
        learner.gae(*one, gamma, lam), np.stack(row, axis=1), what="one row"
    )


@case(
    "what stands behind a termination is never used", terminated=flags, **GIVEN
)
def nothing(learner, terminated, rewards, values, next_values, gamma, lam):
    none = np.zeros(len(rewards), bool)
    wild = np.where(terminated, 1e12, next_values)
    got = learner.gae(rewards, values, wild, terminated, none, gamma, lam)
    expected = by_sums(
        rewards, values, next_values, terminated, none, gamma, lam
    )
    assert_close(got, expected, what="the advantages")
    assert_untouched(learner)
