"""Checks for rnn/masked_sequence_loss. Oracle: one symbol at a time, in floats."""

import math

import numpy as np

from tutor.harness import (
    assert_close,
    built,
    case,
    probe,
    require,
)

SIZES = {"N": (2, 4), "T": (2, 5), "V": (2, 4)}


@probe
def loss_and_slope(module, logits, targets, lengths):
    """Return the learner's loss and its gradient for the logits."""
    import torch

    scores = torch.tensor(logits, requires_grad=True)
    value = module.masked_sequence_loss(
        scores, torch.tensor(targets), torch.tensor(lengths)
    )
    if not isinstance(value, torch.Tensor):
        return type(value).__name__, None
    if value.shape == () and value.requires_grad:
        value.backward()
    grad = None if scores.grad is None else scores.grad.numpy()
    return value.detach().numpy(), grad


def by_symbols(logits, targets, lengths):
    """Return loss and gradient, each symbol on its own."""
    total, count, slope = 0.0, int(sum(lengths)), np.zeros(logits.shape)
    for n, length in enumerate(lengths):
        for t in range(length):
            z, y = logits[n, t].tolist(), targets[n, t]
            top = max(z)
            log_sum = top + math.log(math.fsum(math.exp(v - top) for v in z))
            total += log_sum - z[y]
            slope[n, t] = [math.exp(v - log_sum) / count for v in z]
            slope[n, t, y] -= 1 / count
    return total / count, slope


@built("N", "T", "V")
def batch(rng, sizes):
    """Return logits, targets and unequal lengths; pads hold numbers of their own."""
    N, T, V = (sizes[s] for s in "NTV")
    lengths = rng.integers(1, T + 1, N)
    lengths[rng.integers(N)] = T
    lengths[rng.integers(N)] = 1
    return 2 * rng.normal(size=(N, T, V)), rng.integers(0, V, (N, T)), lengths


def judge(learner, logits, targets, lengths, slope=False):
    value, grad = loss_and_slope(
        learner, logits=logits, targets=targets, lengths=lengths
    )
    require(type(value) is not str, f"it must return a tensor, not a {value}.")
    expected, slopes = by_symbols(logits, targets, lengths)
    assert_close(value, np.array(expected), what="the loss")
    if slope:
        require(grad is not None, "no gradient reaches the logits.")
        assert_close(grad, slopes, what="the gradient for the logits")


@case(
    "without padding it is the mean over all symbols", batch=batch, sizes=SIZES
)
def full(learner, batch):
    logits, targets, lengths = batch
    judge(learner, logits, targets, np.full(len(lengths), logits.shape[1]))


@case(
    "with padding it is the mean over the real symbols",
    batch=batch,
    sizes=SIZES,
)
def padded(learner, batch):
    judge(learner, *batch)


@case("its gradient is right, and 0 at every pad", batch=batch, sizes=SIZES)
def gradient(learner, batch):
    judge(learner, *batch, slope=True)


@case("a sequence of length 0 adds nothing", batch=batch, sizes=SIZES)
def empty(learner, batch):
    logits, targets, lengths = batch
    lengths = lengths.copy()
    lengths[int(lengths.argmin())] = 0
    judge(learner, logits, targets, lengths, slope=True)


@case(
    "whatever stands at a pad, even NaN, changes neither loss nor gradient",
    batch=batch,
    sizes=SIZES,
)
def poisoned(learner, batch, rng):
    logits, targets, lengths = batch
    pads = np.arange(logits.shape[1]) >= lengths[:, None]
    for poison in (1e9, np.inf, np.nan):
        dirty = logits.copy()
        dirty[pads] = poison
        judge(learner, dirty, targets, lengths, slope=True)
