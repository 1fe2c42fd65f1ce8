"""Checks for rl/reward_to_go. Oracle: each tail summed with powers of gamma."""

import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_unaliased,
    assert_untouched,
    built,
    case,
    integers,
    number,
    require,
)

PASSED = set()
"""Which cases of the running check have passed: later ones wait for them."""


def after_one_episode(name):
    require("one" in PASSED, "this waits until one episode comes out right")
    PASSED.discard(name)


def by_tails(rewards, terminated, gamma, truncated=None, after=None):
    """Return every return as a sum of its own, in Python floats."""
    count, result = len(rewards), []
    for start in range(count):
        terms, t = [], start
        while True:
            terms.append(float(rewards[t]) * gamma ** (t - start))
            is_cut = t == count - 1 or (truncated is not None and truncated[t])
            if terminated[t]:
                break
            if is_cut:
                tail = 0.0 if after is None else float(after[t])
                terms.append(tail * gamma ** (t - start + 1))
                break
            t += 1
        result.append(math.fsum(terms))
    return np.array(result)


@built("T")
def nowhere(rng, sizes):
    return np.zeros(sizes["T"], bool)


@built("T")
def last(rng, sizes):
    return np.arange(sizes["T"]) == sizes["T"] - 1


@built("T")
def somewhere(rng, sizes):
    """Ends at about a third of the steps, one inside and none at the last."""
    ends = rng.random(sizes["T"]) < 0.35
    ends[sizes["T"] // 2] = True
    ends[-1] = False
    return ends


SHORT = {"T": (1, 7)}


def told(rewards, gamma, got, truth):
    """Return what the wrong returns of one episode have come from."""
    if np.shape(got) != truth.shape or np.allclose(got, truth):
        return ""
    powers = gamma ** np.arange(len(rewards))
    behind, total = [], 0.0
    for reward in rewards.tolist():
        total = reward + gamma * total
        behind.append(total)
    slips = {
        "These returns are discounted from the start of the episode: a step's "
        "own reward counts in full, however late it is.": truth * powers,
        "These sums are discounted by the position in the record: seen from "
        "a step, its own reward is not discounted.": np.cumsum(
            (powers * rewards)[::-1]
        )[::-1],
        "These sums look back: each holds the rewards before its step. A "
        "return is made of those that come.": np.array(behind),
        "These returns leave out the reward for the step itself.": truth
        - rewards,
    }
    for text, wrong in slips.items():
        if np.allclose(got, wrong):
            return text
    return ""


@case(
    "one finished episode: each step gets its own reward and what came later",
    rewards=array("T"),
    terminated=last,
    gamma=number(0.3, 0.95),
    sizes=SHORT,
)
def one_episode(learner, rewards, terminated, gamma):
    PASSED.clear()
    got = learner.reward_to_go(rewards, terminated, gamma)
    truth = by_tails(rewards, terminated, gamma)
    assert_close(got, truth, because=told(rewards, gamma, got, truth))
    PASSED.add("one")


@case(
    "discount 0 sees the next reward alone, discount 1 all of them",
    rewards=array("T"),
    terminated=last,
    sizes=SHORT,
)
def extremes(learner, rewards, terminated):
    for gamma in (0.0, 1.0):
        got = learner.reward_to_go(rewards, terminated, gamma)
        assert_close(got, by_tails(rewards, terminated, gamma))


@case(
    "nothing flows across an end into the episode before",
    rewards=array("T"),
    terminated=somewhere,
    gamma=number(0.3, 0.95),
    sizes={"T": (3, 8)},
)
def several(learner, rewards, terminated, gamma):
    after_one_episode("several")
    got = learner.reward_to_go(rewards, terminated, gamma)
    assert_close(got, by_tails(rewards, terminated, gamma))
    PASSED.add("several")


@case(
    "a time limit stops the sum too, and what is known of the rest comes in",
    rewards=array("T"),
    terminated=nowhere,
    truncated=somewhere,
    after=array("T"),
    gamma=number(0.3, 0.95),
    sizes={"T": (3, 8)},
)
def cut_off(learner, rewards, terminated, truncated, after, gamma):
    after_one_episode("cut off")
    got = learner.reward_to_go(rewards, terminated, gamma, truncated, after)
    truth = by_tails(rewards, terminated, gamma, truncated, after)
    assert_close(got, truth)
    PASSED.add("cut off")


@case(
    "after a true end nothing comes, whatever is believed of the next state",
    rewards=array("T"),
    terminated=somewhere,
    truncated=somewhere,
    after=array("T"),
    gamma=number(0.3, 0.95),
    sizes={"T": (3, 8)},
)
def both(learner, rewards, terminated, truncated, after, gamma):
    after_one_episode("both")
    terminated[0], truncated[0] = True, False
    got = learner.reward_to_go(
        rewards, terminated, gamma, truncated=truncated, after=after
    )
    truth = by_tails(rewards, terminated, gamma, truncated, after)
    assert_close(got, truth)
    PASSED.add("both")


@case(
    "a record that stops in mid-episode counts as cut off at its last step",
    rewards=array("T"),
    terminated=nowhere,
    after=array("T"),
    gamma=number(0.3, 0.95),
    sizes=SHORT,
)
def stops(learner, rewards, terminated, after, gamma):
    PASSED.discard("stops")
    got = learner.reward_to_go(rewards, terminated, gamma, after=after)
    truth = by_tails(rewards, terminated, gamma, None, after)
    assert_close(got, truth)
    PASSED.add("stops")


@case(
    "the last step may be an end, a cut, or both",
    rewards=array("T"),
    after=array("T"),
    gamma=number(0.3, 0.95),
    sizes=SHORT,
)
def at_the_last(learner, rewards, after, gamma):
    require(
        len(PASSED) == 5,
        "this waits until all of the above comes out right",
    )
    never = np.zeros(len(rewards), bool)
    ends = never.copy()
    ends[-1] = True
    for terminated, truncated in ((ends, None), (never, ends), (ends, ends)):
        got = learner.reward_to_go(
            rewards, terminated, gamma, truncated=truncated, after=after
        )
        truth = by_tails(rewards, terminated, gamma, truncated, after)
        assert_close(got, truth)


@case(
    "float32 stays float32, float64 stays float64, whole numbers become it",
    rewards=array("T", of=integers(-3, 9)),
    terminated=last,
    gamma=number(0.3, 0.95),
    sizes=SHORT,
)
def dtypes(learner, rewards, terminated, gamma):
    after_one_episode("dtypes")
    truth = by_tails(rewards, terminated, gamma)
    got = learner.reward_to_go(rewards.astype("float32"), terminated, gamma)
    low = truth.astype("float32")
    assert_close(got, low, rtol=1e-4, atol=1e-5, dtype="float32")
    for given in (rewards, rewards.astype("float64")):
        got = learner.reward_to_go(given, terminated, gamma)
        assert_close(got, truth, dtype="float64")


@case(
    "the record stays as it was",
    rewards=array("T"),
    terminated=somewhere,
    truncated=somewhere,
    after=array("T"),
    sizes={"T": (3, 8)},
)
def untouched(learner, rewards, terminated, truncated, after):
    learner.reward_to_go(rewards, terminated, 0.9, truncated, after)
    # What it returns was judged above.
    learner.left_to_chance()
    assert_untouched(learner)
    assert_unaliased(learner)
