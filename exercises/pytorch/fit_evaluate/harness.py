"""Checks for pytorch/fit_evaluate. Oracle: softmax regression in numpy."""

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
)


@probe
def watched(module, job, X, y, sizes, W, b, lr=0.0, stale=0.0, training=True):
    """Let `fit` or `evaluate` work on a linear model full of spies."""
    import weakref

    from torch import nn

    taken, alive = [], []
    seen = {"modes": [], "grads": [], "alive": [], "raw": []}

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
            self.layer = nn.Linear(*W.shape).double()
            self.layer.weight.data = torch.tensor(W.T.copy())
            self.layer.bias.data = torch.tensor(b)

        def forward(self, x):
            seen["modes"].append(self.training)
            seen["grads"].append(torch.is_grad_enabled())
            seen["alive"].append(sum(r() is not None for r in alive))
            self.scores = Mark.apply(self.layer(x))
            return self.scores

    class Loader:
        def __iter__(self):
            start = 0
            for size in sizes:
                stop = start + size
                yield torch.tensor(X[start:stop]), torch.tensor(y[start:stop])
                start = stop

    def loss_fn(scores, truth):
        same = scores.shape == net.scores.shape
        seen["raw"].append(
            bool(same and torch.equal(scores.detach(), net.scores.detach()))
        )
        net.scores = net.scores.detach()
        return nn.functional.cross_entropy(scores, truth)

    def waiting():
        grads = [p.grad for p in net.parameters() if p.grad is not None]
        return any(bool(grad.any()) for grad in grads)

    net = Net()
    net.train(training)
    for p in net.parameters():
        p.grad = torch.full_like(p, stale) if stale else None
    if job == "fit":
        opt = torch.optim.SGD(net.parameters(), lr=lr)
        opt.register_step_pre_hook(lambda *_: taken.append(waiting()))
        result = module.fit(net, Loader(), opt, loss_fn)
    else:
        result = module.evaluate(net, Loader(), loss_fn)
    enabled = torch.is_grad_enabled()
    torch.set_grad_enabled(True)
    numbers = result if type(result) in (tuple, list) else [result]
    return {
        "result": [float(v) for v in numbers],
        "kinds": [type(v).__name__ for v in numbers],
        "W": net.layer.weight.detach().numpy().T.copy(),
        "b": net.layer.bias.detach().numpy().copy(),
        "mode": net.training,
        "steps": len(taken),
        "enabled": enabled,
        "grad": [
            None if p.grad is None else p.grad.numpy().copy()
            for p in net.parameters()
            # After a step it is a matter of style whether they are cleared.
            if job == "evaluate"
        ],
        "too late": not any(taken) and waiting(),
        **seen,
        # A variable that still names the last loss is one, too.
        "alive": max(seen["alive"]) > 2,
    }


def shares(X, W, b):
    z = X @ W + b
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def losses(X, y, W, b):
    return -np.log(shares(X, W, b)[np.arange(len(y)), y])


def pieces(X, y, sizes):
    ends = np.cumsum(sizes)[:-1]
    return zip(np.split(X, ends), np.split(y, ends), strict=True)


def epoch(X, y, sizes, W, b, lr):
    """Return weights and sum of losses after steps by the known gradient."""
    total = 0.0
    for rows, truth in pieces(X, y, sizes):
        total += losses(rows, truth, W, b).sum()
        gap = shares(rows, W, b) - np.eye(W.shape[1])[truth]
        W = W - lr * rows.T @ gap / len(truth)
        b = b - lr * gap.mean(axis=0)
    return W, b, total / len(y)


@built("D", "C")
def problem(rng, sizes):
    """Eleven samples, weights, and batches of which the last is small."""
    d, c = sizes["D"], sizes["C"]
    return {
        "X": rng.normal(0, 2, (11, d)),
        "y": rng.integers(0, c, 11),
        "sizes": [4, 4, 2, 1],
        "W": rng.normal(size=(d, c)),
        "b": rng.normal(size=c),
    }


SPANS = {"D": (1, 3), "C": (2, 4)}


def stepped(seen, p, lr):
    W, b, _ = epoch(**p, lr=lr)
    assert_close(seen["W"], W, what="the weights after the epoch")
    assert_close(seen["b"], b, what="the biases after the epoch")


@case(
    "each step follows the gradient of its own batch",
    p=problem,
    lr=number(0.1, 0.6),
    sizes=SPANS,
    tries=6,
)
def steps(learner, p, lr):
    one = p | {"X": p["X"][:4], "y": p["y"][:4], "sizes": [4]}
    stepped(watched(learner, "fit", **one, lr=lr), one, lr)
    stepped(watched(learner, "fit", **p, lr=lr), p, lr)


@case("gradients from before do not count", p=problem, sizes=SPANS, tries=3)
def leftovers(learner, p):
    stepped(watched(learner, "fit", **p, lr=0.3, stale=5.0), p, 0.3)


@case("fit gives the mean loss per sample", p=problem, sizes=SPANS, tries=5)
def reported(learner, p):
    seen = watched(learner, "fit", **p, lr=0.3)
    kind = " and ".join(seen["kinds"])
    require(
        kind == "float", f"fit must return a Python float, not {kind}", kind
    )
    _, _, mean = epoch(**p, lr=0.3)
    assert_close(seen["result"][0], mean, what="the mean loss per sample")
    assert_equal(len(seen["modes"]), 4, what="the number of forward passes")


@case("fit runs in training mode, and puts the old mode back")
def training_mode(learner, rng):
    p = problem.make(rng, {"D": 2, "C": 3})
    for mode in (True, False):
        seen = watched(learner, "fit", **p, lr=0.1, training=mode)
        require(all(seen["modes"]), "fit runs the model in evaluation mode")
        assert_equal(seen["mode"], mode, what="model.training after fit")


@case("fit keeps no graph of an earlier batch")
def no_growth(learner, rng):
    p = problem.make(rng, {"D": 2, "C": 3}) | {"sizes": [1] * 11}
    require(
        not watched(learner, "fit", **p, lr=0.1)["alive"],
        "at the last batch, the graphs of several earlier batches are still "
        "held in memory",
    )


@case("the loss gets the model's scores as they are")
def raw_scores(learner, rng):
    p = problem.make(rng, {"D": 2, "C": 3})
    for job in ("fit", "evaluate"):
        raw = watched(learner, job, **p, lr=0.1)["raw"]
        require(
            raw and all(raw),
            f"{job} changes the scores before it hands them to loss_fn",
        )


@case(
    "evaluate gives mean loss and accuracy per sample",
    p=problem,
    sizes=SPANS,
    tries=6,
)
def measured(learner, p):
    # The last sample, a batch of its own, is wrong; most others are right.
    guess = shares(p["X"], p["W"], p["b"]).argmax(axis=1)
    p["y"][:8] = guess[:8]
    p["y"][10] = (guess[10] + 1) % len(p["b"])
    seen = watched(learner, "evaluate", **p)
    assert_equal(seen["kinds"], ["float", "float"], what="the types")
    y, each = p["y"], losses(p["X"], p["y"], p["W"], p["b"])
    assert_close(seen["result"][0], each.mean(), what="the mean loss")
    share = sum(int(g == t) for g, t in zip(guess, y, strict=True)) / 11
    assert_close(seen["result"][1], share, what="the accuracy")


@case("evaluate runs in evaluation mode, and puts the old mode back")
def evaluation_mode(learner, rng):
    p = problem.make(rng, {"D": 2, "C": 3})
    for mode in (True, False):
        seen = watched(learner, "evaluate", **p, training=mode)
        require(
            not any(seen["modes"]), "evaluate runs the model in training mode"
        )
        assert_equal(seen["mode"], mode, what="model.training afterwards")


@case("evaluate builds no graph, and leaves gradients enabled")
def no_graph(learner, rng):
    p = problem.make(rng, {"D": 2, "C": 3})
    seen = watched(learner, "evaluate", **p)
    require(not any(seen["grads"]), "evaluate builds a graph while measuring")
    require(seen["enabled"], "after evaluate, gradients are switched off")


@case("evaluate changes neither parameters nor gradients")
def untouched(learner, rng):
    p = problem.make(rng, {"D": 2, "C": 3})
    seen = watched(learner, "evaluate", **p, stale=5.0)
    assert_close(seen["W"], p["W"], rtol=0, atol=0, what="the weights")
    for grad in seen["grad"]:
        require(
            grad is not None and (grad == 5).all(),
            "evaluate changed gradients that were in the parameters",
        )
