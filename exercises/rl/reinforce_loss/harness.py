"""Checks for rl/reinforce_loss. Oracle: sums in floats; p - t, weighted, for the slope."""

import math

import numpy as np
import torch

from tutor.harness import (
    array,
    assert_close,
    assert_untouched,
    case,
    labels,
    probe,
    require,
    whole,
)


def log_shares(row):
    top = max(row)
    total = top + math.log(math.fsum(math.exp(v - top) for v in row))
    return [v - total for v in row]


def by_hand(logits, actions, weights, episodes):
    """Return the loss, and its gradient for the logits."""
    loss, slopes = 0.0, []
    for row, a, w in zip(
        logits.tolist(), actions.tolist(), weights.tolist(), strict=True
    ):
        logs = log_shares(row)
        loss -= w * logs[a] / episodes
        slopes.append(
            [
                w * (math.exp(v) - (i == a)) / episodes
                for i, v in enumerate(logs)
            ]
        )
    return loss, np.array(slopes)


@probe
def differentiated(module, logits, actions, returns, episodes, baseline):
    """Return loss and gradients of one call; None where none arrived."""
    leaves = [
        None if v is None else torch.tensor(v, requires_grad=True)
        for v in (logits, returns, baseline)
    ]
    more = () if baseline is None else (leaves[2],)
    loss = module.reinforce_loss(
        leaves[0], torch.tensor(actions), leaves[1], episodes, *more
    )
    if not isinstance(loss, torch.Tensor) or not loss.requires_grad:
        return loss, None
    loss.sum().backward()
    return loss.detach(), [
        None if v is None or v.grad is None else np.array(v.grad)
        for v in leaves
    ]


def ask(learner, logits, actions, returns, episodes, baseline=None):
    loss, grads = differentiated(
        learner, logits, actions, returns, episodes, baseline
    )
    require(
        grads is not None, "no gradient can flow from what was returned.", loss
    )
    return loss, grads


SIZES = {"T": (2, 7), "A": (2, 5)}
GIVEN = {
    "logits": array("T", "A"),
    "actions": labels("T", below="A"),
    "returns": array("T"),
    "episodes": whole(2, 4),
}


@case("the loss: sum over steps, mean over episodes", sizes=SIZES, **GIVEN)
def value(learner, logits, actions, returns, episodes):
    loss, _ = ask(learner, logits, actions, returns, episodes)
    expected = by_hand(logits, actions, returns, episodes)[0]
    first, because = np.full(len(returns), returns[0]), ""
    if np.isclose(
        float(loss.sum()), by_hand(logits, actions, first, episodes)[0]
    ) and not np.isclose(float(loss.sum()), expected):
        because = (
            "Every step is weighted by the return of the first one. A step "
            "has no part in what was paid before it: use its own reward to go."
        )
    exact = torch.tensor(expected, dtype=torch.float64)
    assert_close(loss, exact, what="L", because=because)


@case(
    "its gradient: probability less choice, weighted by the return",
    sizes=SIZES,
    **GIVEN,
)
def gradient(learner, logits, actions, returns, episodes):
    _, grads = ask(learner, logits, actions, returns, episodes)
    require(grads[0] is not None, "no gradient reaches the logits.")
    expected = by_hand(logits, actions, returns, episodes)[1]
    assert_close(grads[0], expected, what="the gradient for the logits")


@case(
    "a baseline is taken off the returns",
    baseline=array("T"),
    sizes=SIZES,
    **GIVEN,
)
def baselines(learner, logits, actions, returns, episodes, baseline):
    loss, grads = ask(learner, logits, actions, returns, episodes, baseline)
    expected, slopes = by_hand(logits, actions, returns - baseline, episodes)
    assert_close(loss, torch.tensor(expected, dtype=torch.float64), what="L")
    assert_close(grads[0], slopes, what="the gradient for the logits")


@case("returns and baseline are constants", sizes=SIZES, **GIVEN)
def constants(learner, logits, actions, returns, episodes):
    for baseline in (None, returns / 2 + 1):
        _, grads = ask(learner, logits, actions, returns, episodes, baseline)
        for grad, name in zip(grads[1:], ("returns", "baseline"), strict=True):
            require(
                grad is None or not grad.any(),
                f"a gradient flows into the {name}: the loss would be made "
                "small by changing what was expected, not what is done",
                grad,
            )


@case("logits of a thousand stay finite")
def large(learner, rng):
    logits = rng.permuted(
        np.array([[1000.0, 0.0, -1000.0], [-1000.0, -1000.0, 1000.0]]), axis=1
    )
    actions = logits.argmin(axis=1)
    returns = rng.uniform(1, 2, size=2)
    loss, grads = ask(learner, logits, actions, returns, 1)
    expected, slopes = by_hand(logits, actions, returns, 1)
    assert_close(loss, torch.tensor(expected, dtype=torch.float64), what="L")
    assert_close(grads[0], slopes, what="the gradient for the logits")


@case("one step and one action; float32 stays float32")
def small(learner, rng):
    for t, a in ((1, 1), (1, 3), (4, 1), (3, 2)):
        logits = rng.normal(size=(t, a)).astype(np.float32)
        actions = rng.integers(0, a, t)
        returns = rng.normal(size=t).astype(np.float32)
        loss, _ = ask(learner, logits, actions, returns, 1)
        expected = by_hand(logits, actions, returns, 1)[0]
        assert_close(
            loss,
            torch.tensor(expected, dtype=torch.float32),
            rtol=1e-4,
            atol=1e-5,
            dtype="float32",
            what="L",
        )


@case("the arguments stay as they were", sizes=SIZES, **GIVEN)
def untouched(learner, logits, actions, returns, episodes):
    given = [torch.tensor(v) for v in (logits, actions, returns)]
    learner.reinforce_loss(*given, episodes, torch.tensor(returns / 2))
    assert_untouched(learner)
