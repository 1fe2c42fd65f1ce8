"""Checks for gan/r1_penalty. Oracle: slopes of small discriminators written out by hand."""

import numpy as np
import torch

from tutor.harness import (
    array,
    assert_close,
    case,
    number,
    numeric_gradient,
    probe,
    require,
)

SIZES = {"N": (1, 5), "K": (1, 4), "H": (2, 4)}


@probe
def penalised(module, kind, weights, real, gamma, dtype, asks):
    """Return the penalty, its gradients by the weights, and what the call left behind."""
    params = [torch.tensor(w, dtype=getattr(torch, dtype)) for w in weights]
    for p in params:
        p.requires_grad_()

    def D(x):
        flat = x.flatten(1)
        if kind == "linear":
            return flat @ params[0]
        if kind == "quadratic":
            return (flat**2 @ params[0]).squeeze(-1) / 2
        return torch.tanh(flat @ params[0]) @ params[1]

    x = torch.tensor(real, dtype=getattr(torch, dtype), requires_grad=asks)
    before = x.detach().clone()
    value = module.r1_penalty(D, x, gamma)
    if not isinstance(value, torch.Tensor):
        return {"type": type(value).__name__}
    left = [p.grad is not None for p in (*params, x)]
    same = bool((x.detach() == before).all()) and x.requires_grad == asks
    found = {"type": "tensor", "left": any(left), "same": same}
    found["value"] = value.detach().numpy().copy()
    found["graph"] = value.requires_grad
    if value.requires_grad and value.ndim == 0:
        slopes = torch.autograd.grad(value, params, allow_unused=True)
        found["slopes"] = [
            None if s is None else s.numpy().copy() for s in slopes
        ]
    return found


def ask(learner, kind, weights, real, gamma, dtype="float64", asks=False):
    got = penalised(learner, kind, weights, real, gamma, dtype, asks)
    require(
        got["type"] == "tensor", "the penalty must be a tensor", got["type"]
    )
    return got


def slopes_of(kind, weights, x):
    """Return the slope at one flat sample."""
    if kind == "linear":
        return weights[0][:, 0]
    if kind == "quadratic":
        return x * weights[0][:, 0]
    hidden = np.tanh(x @ weights[0])
    return weights[0] @ ((1 - hidden**2) * weights[1][:, 0])


def penalty(kind, weights, real, gamma):
    """Return the penalty by its definition."""
    rows = real.reshape(len(real), -1)
    squares = [float((slopes_of(kind, weights, x) ** 2).sum()) for x in rows]
    return gamma / 2 * sum(squares) / len(rows)


def expect(got, kind, weights, real, gamma):
    wanted = penalty(kind, weights, real, gamma)
    assert_close(got["value"], np.array(wanted), what="the penalty")


WEIGHT = number(0.1, 3.0)


@case(
    "a linear discriminator costs gamma / 2 times its squared weights",
    w=array("K", 1),
    x=array("N", "K"),
    gamma=WEIGHT,
    sizes={"N": (1, 5), "K": (1, 4)},
)
def linear(learner, w, x, gamma):
    expect(ask(learner, "linear", [w], x, gamma), "linear", [w], x, gamma)


@case(
    "each sample has a slope of its own",
    w=array("K", 1),
    x=array("N", "K"),
    gamma=WEIGHT,
    sizes={"N": (2, 5), "K": (1, 4)},
)
def quadratic(learner, w, x, gamma):
    got = ask(learner, "quadratic", [w], x, gamma)
    expect(got, "quadratic", [w], x, gamma)


@case(
    "a network with a hidden layer",
    w=array("K", "H"),
    v=array("H", 1),
    x=array("N", "K"),
    gamma=WEIGHT,
    sizes=SIZES,
)
def network(learner, w, v, x, gamma):
    expect(ask(learner, "net", [w, v], x, gamma), "net", [w, v], x, gamma)


@case("images: all entries of a sample count", gamma=WEIGHT)
def images(learner, rng, gamma):
    x, w = rng.normal(size=(3, 2, 4, 5)), rng.normal(size=(40, 1))
    expect(
        ask(learner, "quadratic", [w], x, gamma), "quadratic", [w], x, gamma
    )


@case(
    "its gradient reaches the weights",
    w=array("K", "H"),
    v=array("H", 1),
    x=array("N", "K"),
    gamma=WEIGHT,
    sizes=SIZES,
    tries=4,
)
def differentiable(learner, w, v, x, gamma):
    got = ask(learner, "net", [w, v], x, gamma)
    slopes = got.get("slopes", [])
    require(
        got["graph"]
        and len(slopes) == 2
        and all(s is not None for s in slopes),
        "the penalty has no graph that leads to the weights: it would be "
        "printed and never felt",
    )
    wanted = (
        numeric_gradient(lambda p: penalty("net", [p, v], x, gamma), w),
        numeric_gradient(lambda p: penalty("net", [w, p], x, gamma), v),
    )
    for slope, expected, name in zip(
        slopes, wanted, ("first", "second"), strict=True
    ):
        assert_close(
            slope,
            expected,
            rtol=1e-5,
            atol=1e-6,
            what=f"the penalty's gradient for the {name} weights",
        )


@case("nothing is left behind, and `real` is as it was")
def manners(learner, rng):
    w, v = rng.normal(size=(3, 4)), rng.normal(size=(4, 1))
    x = rng.normal(size=(2, 3))
    for asks in (False, True):
        got = ask(learner, "net", [w, v], x, 0.5, asks=asks)
        require(
            got["same"],
            "`real` was changed, or whether it requires gradients was",
        )
        require(
            not got["left"],
            "the call left gradients in `.grad`, which the next step would "
            "take for its own",
        )
        expect(got, "net", [w, v], x, 0.5)


@case("gamma 0 costs nothing; float32 stays float32")
def edges(learner, rng):
    w, x = rng.normal(size=(3, 1)), rng.normal(size=(4, 3))
    expect(ask(learner, "linear", [w], x, 0.0), "linear", [w], x, 0.0)
    low_w, low_x = w.astype("float32"), x.astype("float32")
    got = ask(learner, "quadratic", [low_w], low_x, 2.0, dtype="float32")
    wanted = penalty(
        "quadratic", [low_w.astype(float)], low_x.astype(float), 2.0
    )
    assert_close(
        got["value"],
        np.array(wanted, dtype="float32"),
        rtol=1e-5,
        dtype="float32",
        what="the penalty",
    )
