"""Checks for rl/planted_agent. Oracle: plain sums, forward in time."""

import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_frequencies,
    assert_untouched,
    built,
    case,
    number,
    probe,
    require,
    whole,
)

PLANTED = {
    "choose": "sound",
    "mean_after": "wrong count",
    "returns": "reset at the wrong step",
    "q_target": "time limit taken for an end",
    "sarsa_target": "sound",
    "fade": "factor missing",
    "look_ahead": "end overlooked",
}
KINDS = {
    *PLANTED.values(),
    "first of several best",
    "wrong action",
    "old for new",
    "mean for maximum",
}


FLAGS = [(False, False), (False, True), (True, False), (True, True)]
"""Whether a step was terminated, and whether it was truncated."""


def flagged(terminated, truncated):
    ends = {
        (False, False): "in mid-episode",
        (False, True): "at a time limit",
        (True, False): "at a true end",
        (True, True): "at a true end that is a time limit too",
    }
    return "the target " + ends[terminated, truncated]


@probe(chancy=True)
def chosen(module, values, epsilon, seed, draws):
    """Return the actions of so many choices."""
    rng = np.random.default_rng(seed)
    return [int(module.choose(values, epsilon, rng)) for _ in range(draws)]


@probe(chancy=True)
def found(module):
    return getattr(module, "FOUND", None)


@case("choose explores in a share epsilon, and breaks ties by chance")
def choosing(learner, rng):
    values = np.array([2.0, -1.0, 2.0, 0.0])
    for epsilon in (0.0, 0.4):
        actions = chosen(
            learner,
            values=values,
            epsilon=epsilon,
            seed=int(rng.integers(1 << 30)),
            draws=600,
        )
        inside = all(0 <= action < 4 for action in actions)
        require(inside, "choose must return an action from 0 to 3")
        share = np.full(4, epsilon / 4)
        share[[0, 2]] += (1 - epsilon) / 2
        counts = np.bincount(actions, minlength=4)
        assert_frequencies(counts, share, f"choices at epsilon {epsilon}")


@case("mean_after gives the mean of all values", values=array("T"))
def mean(learner, values):
    got = 0.0
    for count in range(1, len(values) + 1):
        got = learner.mean_after(got, count, float(values[count - 1]))
        truth = math.fsum(values[:count]) / count
        assert_close(float(got), truth, what=f"the mean of {count} values")


@built("T")
def ended(rng, sizes):
    ends = rng.random(sizes["T"]) < 0.35
    ends[-1] = True
    return ends


@case(
    "returns stop at the end of each episode",
    rewards=array("T"),
    ends=ended,
    gamma=number(0.3, 0.95),
    sizes={"T": (1, 8)},
)
def going(learner, rewards, ends, gamma):
    truth = []
    for t in range(len(rewards)):
        stop = t + int(np.argmax(ends[t:]))
        terms = [rewards[k] * gamma ** (k - t) for k in range(t, stop + 1)]
        truth.append(math.fsum(terms))
    got = learner.returns(rewards, ends, gamma)
    assert_close(got, np.array(truth))
    assert_untouched(learner)


@case(
    "q_target adds the best next value, but not after a true end",
    reward=number(-2, 2),
    after=array("A"),
    gamma=number(0.3, 0.95),
    sizes={"A": (2, 4)},
    tries=24,
)
def best(learner, reward, after, gamma):
    targets = [
        learner.q_target(reward, after, terminated, truncated, gamma)
        for terminated, truncated in FLAGS
    ]
    later = gamma * max(after.tolist())
    mean = reward + gamma * float(after.mean())
    for (terminated, truncated), got in zip(FLAGS, targets, strict=True):
        because = ""
        if not terminated and np.isclose(got, mean):
            because = (
                "The target has the mean of the next values, as if the agent "
                "went on at random, an on-policy target: Q-learning asks for "
                "the best."
            )
        assert_close(
            float(got),
            reward + (0.0 if terminated else later),
            what=flagged(terminated, truncated),
            because=because,
        )


@case(
    "sarsa_target adds the next action's value, but not after a true end",
    reward=number(-2, 2),
    after=array("A"),
    pick=whole(0, 100),
    gamma=number(0.3, 0.95),
    sizes={"A": (2, 4)},
    tries=24,
)
def taken(learner, reward, after, pick, gamma):
    action = pick % len(after)
    targets = [
        learner.sarsa_target(
            reward, after, action, terminated, truncated, gamma
        )
        for terminated, truncated in FLAGS
    ]
    later = gamma * after.tolist()[action]
    best = reward + gamma * max(after.tolist())
    for (terminated, truncated), got in zip(FLAGS, targets, strict=True):
        because = ""
        if not terminated and np.isclose(got, best):
            because = (
                "The target has the best of the next values, an off-policy "
                "target: that is Q-learning's. SARSA uses the action taken "
                "next."
            )
        assert_close(
            float(got),
            reward + (0.0 if terminated else later),
            what=flagged(terminated, truncated),
            because=because,
        )


@case(
    "fade lets traces fall by gamma and lambda, and adds the visit",
    trace=array("S"),
    pick=whole(0, 100),
    gamma=number(0.3, 0.95),
    lam=number(0.3, 0.95),
)
def fading(learner, trace, pick, gamma, lam):
    state = pick % len(trace)
    got = learner.fade(trace, state, gamma, lam)
    truth = [
        value * gamma * lam + (1.0 if s == state else 0.0)
        for s, value in enumerate(trace.tolist())
    ]
    because = ""
    if isinstance(got, np.ndarray) and got[state] == 1.0 != truth[state]:
        because = (
            "The trace of the state just left is 1: what was left of it is "
            "lost. These traces accumulate; a visit adds 1."
        )
    assert_close(got, np.array(truth), because=because)
    assert_untouched(learner)


@built("S")
def outcomes(rng, sizes):
    """Four outcomes, some of them ends."""
    return [
        (
            p,
            int(rng.integers(sizes["S"])),
            float(rng.normal()),
            bool(rng.random() < 0.4),
        )
        for p in rng.dirichlet([2, 2, 2, 2]).tolist()
    ]


@case(
    "look_ahead weighs reward and future by their chance, ends included",
    options=outcomes,
    V=array("S"),
    gamma=number(0.3, 0.95),
)
def ahead(learner, options, V, gamma):
    now = math.fsum(p * r for p, _, r, _ in options)
    later = math.fsum(p * float(V[n]) for p, n, _, end in options if not end)
    got = learner.look_ahead(options, V, gamma)
    lost = math.fsum(p * r for p, _, r, end in options if not end)
    because = ""
    if now != lost and np.isclose(got, lost + gamma * later):
        because = (
            "The rewards of the outcomes that end the episode are missing: "
            "they are paid; only the future behind them is not."
        )
    assert_close(float(got), now + gamma * later, because=because)


@case("FOUND names what each function had, or that it was sound")
def named(learner):
    kinds = found(learner)
    require(
        type(kinds) is dict and set(kinds) == set(PLANTED),
        "FOUND must be a dict whose keys are " + ", ".join(PLANTED) + ".",
        kinds,
    )
    for name, kind in kinds.items():
        require(
            kind in KINDS,
            f"FOUND[{name!r}] is {kind!r}, which is no kind of the task's "
            "table.",
        )
    wrong = [name for name, kind in PLANTED.items() if kinds[name] != kind]
    require(
        not wrong,
        "FOUND does not say what the starter had in " + ", ".join(wrong) + ".",
    )
