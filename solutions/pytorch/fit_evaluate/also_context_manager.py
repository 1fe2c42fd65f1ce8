"""A context manager for the mode; lists of numbers, reduced at the end."""

from contextlib import contextmanager

import torch


@contextmanager
def mode(model, training):
    before = model.training
    model.train(training)
    try:
        yield
    finally:
        model.train(before)


def average(values, weights):
    pairs = zip(values, weights, strict=True)
    return sum(v * w for v, w in pairs) / sum(weights)


def fit(model, loader, opt, loss_fn):
    losses, sizes = [], []
    with mode(model, True):
        for X, y in loader:
            loss = loss_fn(model(X), y)
            for group in opt.param_groups:
                for parameter in group["params"]:
                    parameter.grad = None
            loss.backward()
            opt.step()
            losses.append(float(loss))
            sizes.append(y.shape[0])
    return average(losses, sizes)


@torch.inference_mode()
def evaluate(model, loader, loss_fn):
    losses, sizes, right = [], [], []
    with mode(model, False):
        for X, y in loader:
            scores = model(X)
            losses.append(float(loss_fn(scores, y)))
            _, guess = scores.max(1)
            right.append(guess.eq(y).double().mean().item())
            sizes.append(y.numel())
    return average(losses, sizes), average(right, sizes)
