"""Checks for pytorch/grad_accumulation. Oracle: numpy, on joined batches."""

import numpy as np
import torch

from tutor.harness import (
    assert_close,
    assert_equal,
    built,
    case,
    number,
    probe,
    require,
    whole,
)


@probe
def watched(
    module, X, y, pieces, W, k, lr, decay=None, stale=0.0, training=True
):
    """Train a linear model full of spies for one epoch."""
    import weakref

    from torch import nn

    alive, rows, held, modes = [], [], [], []

    class Token:
        pass

    class Mark(torch.autograd.Function):
        """Does nothing, and leaves a token in its node of the graph."""

        @staticmethod
        def forward(ctx, x):
            ctx.token = Token()
            alive.append(weakref.ref(ctx.token))
            return x.clone()

        @staticmethod
        def backward(ctx, upstream):
            return upstream

    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.weight = nn.Parameter(torch.tensor(W))

        def forward(self, x):
            rows.append(len(x))
            held.append(sum(r() is not None for r in alive))
            modes.append(self.training)
            return Mark.apply(x @ self.weight)

    def batches():
        start = 0
        for size in pieces:
            stop = start + size
            yield torch.tensor(X[start:stop]), torch.tensor(y[start:stop])
            start = stop

    net = Net().train(training)
    if stale:
        net.weight.grad = torch.full_like(net.weight, stale)
    opt = torch.optim.SGD(net.parameters(), lr=lr)
    scheduler = None
    if decay is not None:
        scheduler = torch.optim.lr_scheduler.ExponentialLR(opt, decay)
    loss = nn.functional.cross_entropy
    given = () if scheduler is None else (scheduler,)
    steps = module.train_epoch(net, batches(), opt, loss, k, *given)
    return {
        "steps": steps,
        "rate": opt.param_groups[0]["lr"],
        "W": net.weight.detach().numpy().copy(),
        "rows": rows,
        # A variable that still names the last loss is a matter of style.
        "hoards": max(held) > 2,
        "modes": [*modes, net.training],
    }


def by_groups(X, y, pieces, W, k, lr, decay=1.0):
    """Return weights and steps, each step from one joined batch."""
    ends, steps = [0, *np.cumsum(pieces)], 0
    for first in range(0, len(pieces), k):
        last = min(first + k, len(pieces))
        rows = slice(ends[first], ends[last])
        z = X[rows] @ W
        e = np.exp(z - z.max(axis=1, keepdims=True))
        gap = e / e.sum(axis=1, keepdims=True) - np.eye(W.shape[1])[y[rows]]
        W = W - lr * decay**steps * X[rows].T @ gap / len(gap)
        steps += 1
    return W, steps


@built("D", "C")
def problem(rng, sizes):
    d, c = sizes["D"], sizes["C"]
    return {
        "X": rng.normal(0, 2, (14, d)),
        "y": rng.integers(0, c, 14),
        "W": rng.normal(size=(d, c)),
    }


SPANS = {"D": (1, 3), "C": (2, 4)}
EVEN, UNEVEN = [2] * 6, [3, 1, 4, 1, 2, 2, 1]


def compared(learner, p, pieces, k, lr, **more):
    p = p | {"X": p["X"][: sum(pieces)], "y": p["y"][: sum(pieces)]}
    seen = watched(learner, **p, pieces=pieces, k=k, lr=lr, **more)
    more.pop("stale", None)
    W, steps = by_groups(**p, pieces=pieces, k=k, lr=lr, **more)
    assert_close(seen["W"], W, what="the weights after the epoch")
    return seen, steps


@case(
    "pieces of one size: the steps are those of the large batch",
    p=problem,
    k=whole(1, 3),
    lr=number(0.1, 0.6),
    sizes=SPANS,
    tries=5,
)
def even(learner, p, k, lr):
    compared(learner, p, EVEN, k, lr)


@case("pieces of different sizes too", p=problem, k=whole(1, 3), sizes=SPANS)
def uneven(learner, p, k):
    compared(learner, p, UNEVEN[: 2 * k], k, 0.4)


@case("a short last group takes its step", p=problem, sizes=SPANS, tries=4)
def short(learner, p):
    for k in (4, 5, 9):
        compared(learner, p, EVEN, k, 0.4)
        compared(learner, p, UNEVEN, k, 0.4)


@case("it returns the number of optimiser steps", k=whole(1, 8), tries=4)
def counted(learner, rng, k):
    p = problem.make(rng, {"D": 2, "C": 3})
    seen = watched(learner, **p, pieces=UNEVEN, k=k, lr=0.1)
    assert_equal(seen["steps"], -(-len(UNEVEN) // k), what="the result")


@case("gradients from before do not count", p=problem, sizes=SPANS, tries=3)
def leftovers(learner, p):
    compared(learner, p, EVEN, 2, 0.3, stale=5.0)


@case(
    "the scheduler steps once after each step", p=problem, sizes=SPANS, tries=3
)
def scheduled(learner, p):
    compared(learner, p, UNEVEN, 3, 0.4, decay=0.5)


@case("the model sees one micro-batch at a time")
def small(learner, rng):
    p = problem.make(rng, {"D": 2, "C": 3})
    seen = watched(learner, **p, pieces=UNEVEN, k=3, lr=0.1)
    assert_equal(seen["rows"], UNEVEN, what="the sizes the model was given")


@case("no more than one graph is held")
def light(learner, rng):
    p = problem.make(rng, {"D": 2, "C": 3})
    seen = watched(learner, **p, pieces=[1] * 14, k=7, lr=0.1)
    require(
        not seen["hoards"],
        "while the model works on one piece, the graphs of several earlier "
        "ones are still held",
    )


@case("the model stays in the mode it is in")
def mode(learner, rng):
    p = problem.make(rng, {"D": 2, "C": 3})
    for training in (True, False):
        seen = watched(
            learner, **p, pieces=EVEN, k=2, lr=0.1, training=training
        )
        require(
            set(seen["modes"]) == {training},
            "train_epoch changes the mode of the model, which is not its "
            "business",
        )
