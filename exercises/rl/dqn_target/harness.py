"""Checks for rl/dqn_target. Oracle: one transition at a time, in Python floats."""

import numpy as np
import torch

from tutor.harness import (
    array,
    assert_close,
    assert_shape,
    assert_untouched,
    built,
    case,
    number,
    require,
)

SIZES = {"N": (2, 6), "A": (2, 5)}


def by_hand(rewards, terminated, next_q, gamma, chooser=None):
    """Return the targets as a list of floats."""
    result = []
    rows = next_q if chooser is None else chooser
    for r, over, values, judged in zip(
        rewards, terminated, next_q.tolist(), rows.tolist(), strict=True
    ):
        best = judged.index(max(judged))
        result.append(float(r) + (0.0 if over else gamma * values[best]))
    return result


@built("N")
def ends(rng, sizes):
    """Zeros and ones, both of them from two on."""
    flags = (rng.random(sizes["N"]) < 0.5).astype(float)
    flags[0] = 1.0
    if sizes["N"] > 1:
        flags[1] = 0.0
    return rng.permutation(flags)


def told(got, rewards, next_q, gamma):
    """Return what wrong targets of going on have come from, if it shows."""
    slips = {
        "the mean over the next actions, which is what an agent that acts at "
        "random would get, an on-policy target": next_q.mean(axis=1),
        "the largest value of the whole batch": next_q.max(),
        "the smallest of the next values": next_q.min(axis=1),
        "a softmax-weighted mean of the next values, an on-policy target": (
            np.exp(next_q) / np.exp(next_q).sum(1, keepdims=True) * next_q
        ).sum(axis=1),
    }
    if not isinstance(got, torch.Tensor) or got.shape != rewards.shape:
        return ""
    for name, worth in slips.items():
        wrong = rewards + gamma * worth
        if np.allclose(got.detach().numpy(), wrong, rtol=1e-4, atol=1e-5):
            return (
                f"The target is made with {name}. Q-learning asks for the "
                "best action of each row."
            )
    return ""


def ask(learner, *arguments, **keywords):
    """Return the learner's targets for arrays, as float32 tensors."""
    tensors = [
        torch.tensor(a, dtype=torch.float32) if type(a) is np.ndarray else a
        for a in (*arguments, *keywords.values())
    ]
    plain = tensors[: len(arguments)]
    named = dict(zip(keywords, tensors[len(arguments) :], strict=True))
    return learner.dqn_target(*plain, **named)


def expect(got, values, **more):
    assert_close(
        got,
        torch.tensor(values, dtype=torch.float32),
        rtol=1e-5,
        atol=1e-5,
        dtype="float32",
        what="the target",
        **more,
    )


GIVEN = {
    "rewards": array("N"),
    "terminated": ends,
    "next_q": array("N", "A"),
    "gamma": number(0.3, 0.95),
}


@case("going on: reward and the best discounted value", sizes=SIZES, **GIVEN)
def going_on(learner, rewards, terminated, next_q, gamma):
    none = np.zeros(len(rewards))
    got = ask(learner, rewards, none, next_q, gamma)
    assert_shape(got, (len(rewards),), "the target")
    truth, because = by_hand(rewards, none, next_q, gamma), ""
    if not np.allclose(got.detach().numpy(), truth, rtol=1e-4, atol=1e-5):
        because = told(got, rewards, next_q, gamma)
    expect(got, truth, because=because)


@case("ended: the reward alone", sizes=SIZES, **GIVEN)
def ended(learner, rewards, terminated, next_q, gamma):
    got = ask(learner, rewards, terminated, next_q, gamma)
    going = by_hand(rewards, 0 * terminated, next_q, gamma)
    truth, because = by_hand(rewards, terminated, next_q, gamma), ""
    kept = isinstance(got, torch.Tensor) and got.shape == rewards.shape
    if kept and np.allclose(got.detach().numpy(), going, rtol=1e-4, atol=1e-5):
        because = (
            "A value is counted behind the end: where terminated is 1, "
            "the target is the reward alone."
        )
    expect(got, truth, because=because)


@case("values that are all negative have a best one, too")
def negative(learner, rng):
    next_q = -rng.uniform(1, 1000, size=(5, 3))
    rewards, none = rng.normal(size=5), np.zeros(5)
    got = ask(learner, rewards, none, next_q, 0.9)
    expect(got, by_hand(rewards, none, next_q.astype("float32"), 0.9))


@case(
    "double: the online network chooses, the target network values",
    sizes=SIZES,
    online=array("N", "A"),
    **GIVEN,
)
def double(learner, rewards, terminated, next_q, gamma, online):
    got = ask(
        learner, rewards, terminated, next_q, gamma, next_q_online=online
    )
    expect(got, by_hand(rewards, terminated, next_q, gamma, online))


@case("one transition and one action keep the shape (1,)")
def single(learner, rng):
    for flag in (0.0, 1.0):
        rewards, next_q = rng.normal(size=1), rng.normal(size=(1, 1))
        for more in ({}, {"next_q_online": rng.normal(size=(1, 1))}):
            got = ask(learner, rewards, np.array([flag]), next_q, 0.9, **more)
            assert_shape(got, (1,), "the target")
            expect(got, by_hand(rewards, [flag], next_q, 0.9))


@case("of two equal values the first is chosen")
def ties(learner):
    online = np.array([[1.0, 1.0, 0.0], [0.0, 2.0, 2.0]])
    next_q = np.array([[3.0, 5.0, 7.0], [3.0, 5.0, 7.0]])
    none = np.zeros(2)
    got = ask(learner, none, none, next_q, 0.5, next_q_online=online)
    expect(got, [1.5, 2.5])


@case("the target is a constant, and the arguments stay as they were")
def constant(learner, rng):
    values = [
        torch.tensor(rng.normal(size=(4, 3)), requires_grad=True)
        for _ in range(2)
    ]
    rewards = torch.tensor(rng.normal(size=4), requires_grad=True)
    over = torch.tensor([0.0, 1.0, 0.0, 0.0], dtype=torch.float64)
    for more in ([], [values[1]]):
        got = learner.dqn_target(rewards, over, values[0], 0.9, *more)
        require(
            isinstance(got, torch.Tensor) and got.dtype == torch.float64,
            "float64 in must give a float64 tensor.",
            got,
        )
        require(
            not got.requires_grad,
            "the target carries a graph: the loss would then move the target "
            "toward the prediction as well. Detach it, or compute it without "
            "gradients",
        )
        assert_untouched(learner)
