"""Checks for rl/actor_critic. Oracle: sums in Python floats, slopes by hand."""

import math

import numpy as np
import torch

from tutor.harness import (
    array,
    assert_close,
    assert_untouched,
    built,
    case,
    labels,
    number,
    probe,
    require,
)


def log_shares(row):
    top = max(row)
    total = top + math.log(math.fsum(math.exp(v - top) for v in row))
    return [v - total for v in row]


def by_hand(logits, values, after, actions, rewards, over, gamma, weight):
    """Return (actor, critic, entropy) and both gradients."""
    n = len(logits)
    targets = rewards + gamma * np.where(over > 0, 0.0, after)
    gains = targets - values
    logs = [log_shares(row) for row in logits.tolist()]
    spreads = [-math.fsum(math.exp(v) * v for v in row) for row in logs]
    entropy = math.fsum(spreads) / n
    actor = -weight * entropy
    slopes = np.zeros(np.shape(logits))
    for i, row in enumerate(logs):
        actor -= gains[i] * row[actions[i]] / n
        for a, v in enumerate(row):
            p = math.exp(v)
            slopes[i, a] = gains[i] * (p - (a == actions[i])) / n
            slopes[i, a] += weight * p * (v + spreads[i]) / n
    critic = math.fsum((values - targets) ** 2) / n
    return (actor, critic, entropy), slopes, 2 * (values - targets) / n


@probe
def differentiated(module, logits, values, after, *rest):
    """Return the three parts, and for each loss the gradients it sends out."""
    rest = [torch.tensor(v) if type(v) is np.ndarray else v for v in rest]
    grads, parts = [], None
    for which in (0, 1):
        leaves = [
            torch.tensor(v, requires_grad=True)
            for v in (logits, values, after)
        ]
        parts = module.actor_critic_loss(*leaves, *rest)
        if type(parts) not in (tuple, list) or len(parts) != 3:
            return parts, None
        if not getattr(parts[which], "requires_grad", False):
            return parts[which], None
        parts[which].sum().backward()
        grads.append(
            [None if v.grad is None else np.array(v.grad) for v in leaves]
        )
    return tuple(part.detach() for part in parts), grads


def ask(learner, *given):
    parts, grads = differentiated(learner, *given)
    require(
        grads is not None,
        "the result must be a tuple of three tensors, of which actor and "
        "critic carry gradients.",
        parts,
    )
    return parts, grads


@built("N")
def ends(rng, sizes):
    flags = (rng.random(sizes["N"]) < 0.5).astype(float)
    flags[0] = 1.0
    return rng.permutation(flags)


SIZES = {"N": (2, 6), "A": (2, 4)}
GIVEN = {
    "logits": array("N", "A"),
    "values": array("N"),
    "after": array("N"),
    "actions": labels("N", below="A"),
    "rewards": array("N"),
    "over": ends,
    "gamma": number(0.5, 0.95),
    "weight": number(0.1, 0.5),
}


def wanted(value, dtype=torch.float64):
    return torch.tensor(value, dtype=dtype)


@case("the critic: squared distance to reward and what comes after", **GIVEN)
def critic(
    learner, logits, values, after, actions, rewards, over, gamma, weight
):
    given = (logits, values, after, actions, rewards, over, gamma, weight)
    parts, _ = ask(learner, *given)
    assert_close(parts[1], wanted(by_hand(*given)[0][1]), what="critic")


@case(
    "the actor: log-probabilities weighted by advantages",
    sizes=SIZES,
    **GIVEN,
)
def actor(
    learner, logits, values, after, actions, rewards, over, gamma, weight
):
    given = (logits, values, after, actions, rewards, over, gamma, 0.0)
    parts, _ = ask(learner, *given)
    assert_close(parts[0], wanted(by_hand(*given)[0][0]), what="actor")


@case("the entropy, and its share in the actor's loss", sizes=SIZES, **GIVEN)
def entropy(
    learner, logits, values, after, actions, rewards, over, gamma, weight
):
    given = (logits, values, after, actions, rewards, over, gamma, weight)
    parts, _ = ask(learner, *given)
    expected = by_hand(*given)[0]
    assert_close(parts[2], wanted(expected[2]), what="entropy")
    assert_close(parts[0], wanted(expected[0]), what="actor")


@case("the actor's loss moves the logits and nothing else", **GIVEN)
def actor_slopes(
    learner, logits, values, after, actions, rewards, over, gamma, weight
):
    given = (logits, values, after, actions, rewards, over, gamma, weight)
    _, (grads, _) = ask(learner, *given)
    for grad, name in zip(grads[1:], ("values", "next_values"), strict=True):
        require(
            grad is None or not grad.any(),
            f"the actor's loss sends a gradient into {name}: it would lower "
            "the critic's opinion instead of choosing better. Detach the "
            "advantage",
            grad,
        )
    require(grads[0] is not None, "no gradient reaches the logits.")
    exact, because = by_hand(*given)[1], ""
    without = by_hand(*given[:-1], 0.0)[1]
    if np.allclose(grads[0], without) and not np.allclose(exact, without):
        because = (
            "The entropy sends no gradient to the logits: a bonus that is a "
            "constant keeps nobody undecided."
        )
    what = "its gradient for logits"
    assert_close(grads[0], exact, what=what, because=because)


@case("the critic's loss moves the values and nothing else", **GIVEN)
def critic_slopes(
    learner, logits, values, after, actions, rewards, over, gamma, weight
):
    given = (logits, values, after, actions, rewards, over, gamma, weight)
    _, (_, grads) = ask(learner, *given)
    require(
        grads[2] is None or not grads[2].any(),
        "the critic's loss sends a gradient into next_values: the target "
        "would come to meet the prediction. Detach it",
        grads[2],
    )
    require(grads[1] is not None, "no gradient reaches the values.")
    assert_close(grads[1], by_hand(*given)[2], what="its gradient for values")


@case("logits of a thousand, one transition, one action, float32")
def extremes(learner, rng):
    for n, a, scale in ((1, 1, 1.0), (1, 3, 1.0), (4, 3, 2000.0)):
        logits = np.sort(rng.normal(size=(n, a)), axis=1) * scale
        values, after, rewards = rng.normal(size=(3, n))
        given = [logits, values, after, np.zeros(n, int), rewards]
        given += [(np.arange(n) % 2).astype(float)]
        low = [
            v.astype(np.float32) if v.dtype.kind == "f" else v for v in given
        ]
        parts, grads = ask(learner, *low, 0.9, 0.2)
        exact = by_hand(
            *(v.astype(float) if v.dtype.kind == "f" else v for v in low),
            0.9,
            0.2,
        )
        for got, value, name in zip(
            parts, exact[0], ("actor", "critic", "entropy"), strict=True
        ):
            assert_close(
                got,
                wanted(value, torch.float32),
                rtol=1e-4,
                atol=1e-4,
                dtype="float32",
                what=name,
            )
        require(np.isfinite(grads[0][0]).all(), "a gradient holds NaN or inf.")


@case("the arguments stay as they were", sizes=SIZES, **GIVEN)
def untouched(
    learner, logits, values, after, actions, rewards, over, gamma, weight
):
    given = [torch.tensor(v) for v in (logits, values, after)]
    given += [torch.tensor(v) for v in (actions, rewards, over)]
    learner.actor_critic_loss(*given, gamma, weight)
    assert_untouched(learner)
