"""Checks for rl/ppo_clip. Oracle: entry by entry in Python floats, slopes by hand."""

import math

import numpy as np
import torch

from tutor.harness import (
    assert_close,
    assert_untouched,
    built,
    case,
    number,
    probe,
    require,
)

NAMES = ("logits", "old_logp", "advantages")


def log_shares(row):
    top = max(row)
    total = top + math.log(math.fsum(math.exp(v - top) for v in row))
    return [v - total for v in row]


def by_hand(logits, actions, old, advantages, clip):
    """Return loss, slopes for the logits, kl and clipped."""
    rows = logits.reshape(-1, logits.shape[-1]).tolist()
    chosen, before = actions.ravel().tolist(), old.ravel().tolist()
    plain = advantages.ravel().tolist()
    m = len(plain)
    mean = math.fsum(plain) / m
    sigma = math.sqrt(math.fsum((v - mean) ** 2 for v in plain) / m)
    gain = kl = clipped = 0.0
    slopes = np.zeros((m, logits.shape[-1]))
    for i, row in enumerate(rows):
        a = (plain[i] - mean) / (sigma + 1e-8)
        logs = log_shares(row)
        moved = logs[chosen[i]] - before[i]
        ratio = math.exp(moved)
        held = min(max(ratio, 1 - clip), 1 + clip)
        gain += min(ratio * a, held * a)
        kl += ratio - 1 - moved
        clipped += abs(ratio - 1) > clip
        if ratio * a <= held * a:
            for k, v in enumerate(logs):
                slope = (k == chosen[i]) - math.exp(v)
                slopes[i, k] = -a * ratio * slope / m
    return -gain / m, slopes.reshape(logits.shape), kl / m, clipped / m


@probe
def differentiated(module, logits, actions, old, advantages, clip):
    """Return the loss, what to watch, and the gradients of the loss."""
    leaves = [
        torch.tensor(v, requires_grad=True) for v in (logits, old, advantages)
    ]
    got = module.ppo_loss(
        leaves[0], torch.tensor(actions), leaves[1], leaves[2], clip
    )
    if type(got) not in (tuple, list) or len(got) != 2:
        return got, None, None
    loss, watch = got
    if not getattr(loss, "requires_grad", False):
        return loss, watch, None
    loss.sum().backward()
    return (
        loss.detach(),
        watch,
        [None if v.grad is None else np.array(v.grad) for v in leaves],
    )


def ask(learner, *given):
    loss, watch, grads = differentiated(learner, *given)
    require(
        grads is not None,
        "the result must be a tuple of two: a loss that carries gradients, "
        "and a dict.",
        loss,
    )
    return loss, watch, grads


@built("N", "A")
def minibatch(rng, sizes):
    """Ratios on both sides of the clip, advantages of both signs."""
    n, a = sizes["N"], sizes["A"]
    logits, actions = rng.normal(size=(n, a)), rng.integers(0, a, n)
    now = [log_shares(r)[k] for r, k in zip(logits, actions, strict=True)]
    moves = rng.permutation(np.resize([-0.9, -0.05, 0.04, 0.8], n))
    advantages = rng.normal(0.5, 2.0, size=n)
    return logits, actions, np.array(now) - moves, advantages


@built("N", "A")
def fresh(rng, sizes):
    """A minibatch on which the policy has not moved yet."""
    n, a = sizes["N"], sizes["A"]
    logits, actions = rng.normal(size=(n, a)), rng.integers(0, a, n)
    now = [log_shares(r)[k] for r, k in zip(logits, actions, strict=True)]
    return logits, actions, np.array(now), rng.normal(0.5, 2.0, size=n)


SIZES = {"N": (5, 9), "A": (2, 4)}


def wanted(value, dtype=torch.float64):
    return torch.tensor(value, dtype=dtype)


@case(
    "before the first step: the plain policy gradient",
    batch=fresh,
    sizes=SIZES,
)
def plain(learner, batch):
    _, _, grads = ask(learner, *batch, 0.2)
    require(grads[0] is not None, "no gradient reaches the logits.")
    expected = by_hand(*batch, 0.2)[1]
    assert_close(grads[0], expected, what="the gradient for the logits")


@case(
    "the smaller of two products, on both sides of the clip",
    batch=minibatch,
    clip=number(0.1, 0.3),
    sizes=SIZES,
)
def clipped_loss(learner, batch, clip):
    loss, _, _ = ask(learner, *batch, clip)
    assert_close(loss, wanted(by_hand(*batch, clip)[0]), what="the loss")


@case(
    "beyond the clip no gradient, where the gain is paid out",
    batch=minibatch,
    clip=number(0.1, 0.3),
    sizes=SIZES,
)
def clipped_slopes(learner, batch, clip):
    _, _, grads = ask(learner, *batch, clip)
    expected = by_hand(*batch, clip)[1]
    assert_close(grads[0], expected, what="the gradient for the logits")


@case("old log-probabilities and advantages are constants", batch=minibatch)
def constants(learner, batch):
    _, _, grads = ask(learner, *batch, 0.2)
    for grad, name in zip(grads[1:], NAMES[1:], strict=True):
        require(
            grad is None or not grad.any(),
            f"the loss sends a gradient into {name}, which is a record of "
            "what was.",
            grad,
        )


@case("what to watch: kl and the share beyond the clip", batch=minibatch)
def watched(learner, batch):
    for clip in (0.2, 0.9):
        _, watch, _ = ask(learner, *batch, clip)
        _, _, kl, share = by_hand(*batch, clip)
        assert_close(watch, {"kl": kl, "clipped": share}, atol=1e-6)
        require(
            all(type(value) is float for value in watch.values()),
            "the numbers to watch must be Python floats, free of any graph.",
            watch,
        )
    sure = (np.zeros((3, 1)), np.zeros(3, int), np.zeros(3), np.arange(3.0))
    _, watch, _ = ask(learner, *sure, 0.0)
    assert_close(watch, {"kl": 0.0, "clipped": 0.0})
    tiny = (*batch[:3], 3e-8 * batch[3])
    loss, _, _ = ask(learner, *tiny, 0.2)
    assert_close(loss, wanted(by_hand(*tiny, 0.2)[0]), what="the loss")


def told(loss, exact, logits, actions, old, advantages):
    """Return which wrong normalisation gives this loss, if one does."""
    if np.isclose(float(loss), exact, rtol=1e-5):
        return ""
    rows = zip(
        logits.reshape(-1, 3).tolist(), actions.ravel().tolist(), strict=True
    )
    now = [log_shares(row)[k] for row, k in rows]
    ratio = np.exp(np.reshape(now, actions.shape) - old)
    for where, mean, axis in (
        ("of each world (axis 0)", 0, 0),
        ("of each time step (the last axis)", -1, -1),
        (
            "over all for the mean, but of each world for the deviation",
            None,
            0,
        ),
        (
            "of each world for the mean, but over all for the deviation",
            0,
            None,
        ),
    ):
        gain = advantages - advantages.mean(mean, keepdims=True)
        gain = gain / (advantages.std(axis, keepdims=True) + 1e-8)
        low = np.minimum(ratio * gain, ratio.clip(0.8, 1.2) * gain)
        if np.isclose(float(loss), -low.mean(), rtol=1e-5):
            return (
                f"The advantages were normalised over the wrong axis, {where}"
                ": there is one mean and one deviation, over all entries."
            )
    return ""


@case("many worlds: one mean and one deviation for all entries")
def worlds(learner, rng):
    for shape in ((3, 4), (4, 4), (5, 1), (1, 3)):
        logits = rng.normal(size=(*shape, 3))
        actions = rng.integers(0, 3, shape)
        old = np.log(rng.uniform(0.2, 0.6, shape))
        advantages = rng.normal(size=shape)
        advantages += 3.0 * np.arange(shape[1]) - np.arange(shape[0])[:, None]
        given = (logits, actions, old, advantages)
        loss, _, grads = ask(learner, *given, 0.2)
        exact = by_hand(*given, 0.2)
        because = told(loss, exact[0], *given)
        assert_close(loss, wanted(exact[0]), what="the loss", because=because)
        assert_close(grads[0], exact[1], what="the gradient for the logits")


@case("one entry, equal advantages, huge logits, float32")
def extremes(learner, rng):
    for n, a, scale in ((1, 2, 1.0), (4, 3, 1.0), (3, 1, 1.0), (4, 3, 2000.0)):
        logits = (np.sort(rng.normal(size=(n, a)), axis=1) * scale).astype(
            np.float32
        )
        actions = np.full(n, a - 1) if scale == 1.0 else np.zeros(n, int)
        exact = logits.astype(float)
        now = [log_shares(r)[k] for r, k in zip(exact, actions, strict=True)]
        old = (np.array(now) + rng.uniform(-0.1, 0.1, n)).astype(np.float32)
        for advantages in (np.full(n, 1.5), rng.normal(size=n)):
            given = (logits, actions, old, advantages.astype(np.float32))
            loss, _, grads = ask(learner, *given, 0.2)
            assert_close(
                loss,
                wanted(by_hand(*given, 0.2)[0], torch.float32),
                rtol=1e-3,
                atol=1e-3,
                dtype="float32",
                what="the loss",
            )
            require(
                np.isfinite(grads[0]).all(), "a gradient holds NaN or inf."
            )


@case("a clip of 0.2 by default; arguments untouched", batch=minibatch)
def default(learner, batch):
    tensors = [torch.tensor(v) for v in batch]
    got = learner.ppo_loss(*tensors)
    assert_untouched(learner)
    assert_close(got[0], wanted(by_hand(*batch, 0.2)[0]), what="the loss")
