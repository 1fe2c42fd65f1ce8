"""Checks for gan/gradient_penalty. Oracle: slopes of small critics written out by hand, at
the points that the critic was shown.
"""

import numpy as np
import torch

from tutor.harness import (
    array,
    assert_close,
    assert_distribution,
    case,
    normal,
    number,
    numeric_gradient,
    probe,
    require,
)

SIZES = {"N": (2, 5), "K": (1, 4), "H": (2, 4)}


@probe
def penalised(module, kind, weights, real, fake, seeds, weight, dtype, asks):
    """Return one penalty for each seed, where the critic looked, and what was left behind."""
    kept = getattr(torch, dtype)
    params = [torch.tensor(w, dtype=kept, requires_grad=True) for w in weights]
    seen = []

    def critic(x):
        seen.append(x.detach().clone())
        flat = x.reshape(len(x), -1)
        if kind == "linear":
            return flat @ params[0]
        if kind == "quadratic":
            return (flat**2 @ params[0]).squeeze(-1) / 2
        return torch.tanh(flat @ params[0]) @ params[1]

    leaves = [
        torch.tensor(a, dtype=kept, requires_grad=asks) for a in (real, fake)
    ]
    # A fake with a graph, as it comes from a generator.
    given = [leaves[0], leaves[1] * 1 if asks else leaves[1]]
    before = [a.detach().clone() for a in given]
    state = torch.get_rng_state()
    rng = torch.Generator()
    found = {"values": [], "points": [], "slopes": [], "graph": True}
    found["leaks"] = False
    for seed in seeds:
        if seed is not None:
            rng.manual_seed(seed)
        seen.clear()
        if weight is None:
            value = module.gradient_penalty(critic, *given, rng)
        else:
            value = module.gradient_penalty(critic, *given, rng, weight)
        if not isinstance(value, torch.Tensor):
            return {"type": type(value).__name__}
        found["values"].append(value.detach().numpy().copy())
        found["points"].append([p.numpy().copy() for p in seen])
        found["graph"] = found["graph"] and value.requires_grad
        if value.requires_grad and value.ndim == 0:
            wanted = params + (leaves if asks else [])
            slopes = torch.autograd.grad(value, wanted, allow_unused=True)
            own, others = slopes[: len(params)], slopes[len(params) :]
            found["leaks"] = found["leaks"] or any(
                s is not None for s in others
            )
            found["slopes"].append(
                [None if s is None else s.numpy().copy() for s in own]
            )
    found["left"] = any(p.grad is not None for p in (*params, *leaves))
    found["same"] = all(
        bool((a.detach() == b).all()) and a.requires_grad == asks
        for a, b in zip(given, before)
    )
    found["global"] = not bool(torch.equal(state, torch.get_rng_state()))
    found["type"] = "tensor"
    return found


def ask(learner, kind, weights, real, fake, **how):
    how = {"seeds": [7], "weight": 10.0, "dtype": "float64"} | how
    asks = how.pop("asks", False)
    got = penalised(learner, kind, weights, real, fake, *how.values(), asks)
    require(
        got["type"] == "tensor", "the penalty must be a tensor", got["type"]
    )
    return got


def looked_at(got, real, which=0):
    """Return the N points that the critic was shown in one call."""
    parts = got["points"][which]
    require(parts, "the critic was never asked")
    shapes = {p.shape[1:] for p in parts}
    total = sum(len(p) for p in parts)
    require(
        shapes == {real.shape[1:]} and total == len(real),
        f"the critic must be shown {len(real)} samples of shape "
        f"{real.shape[1:]}; it was shown",
        [p.shape for p in parts],
    )
    return np.concatenate(parts).astype(float)


def slope_of(kind, weights, x):
    """Return the slope at one flat sample."""
    if kind == "linear":
        return weights[0][:, 0]
    if kind == "quadratic":
        return x * weights[0][:, 0]
    hidden = np.tanh(x @ weights[0])
    return weights[0] @ ((1 - hidden**2) * weights[1][:, 0])


def penalty(kind, weights, points, weight=10.0):
    """Return the penalty by its definition."""
    total = 0.0
    for x in points.reshape(len(points), -1):
        slope = slope_of(kind, weights, x)
        total += (float(np.sqrt((slope**2).sum())) - 1) ** 2
    return weight * total / len(points)


def expect(got, kind, weights, real, weight=10.0):
    wanted = penalty(kind, weights, looked_at(got, real), weight)
    assert_close(got["values"][0], np.array(wanted), what="the penalty")


def shares(points, real, fake):
    """Return where each point lies, 1 at the real sample; fail off the line."""
    n = len(real)
    way, gone = (real - fake).reshape(n, -1), (points - fake).reshape(n, -1)
    t = (gone * way).sum(axis=1) / (way**2).sum(axis=1)
    off = np.abs(gone - t[:, None] * way).max(axis=1)
    require(
        (off < 1e-5).all(),
        "a point that the critic was shown is not on the straight line "
        "between its real sample and its fake: one number for each sample "
        "mixes all of its entries. Off the line by",
        off.round(4),
    )
    return t


BATCHES = {"real": array("N", "K"), "fake": array("N", "K", of=normal(2.0))}
LAYERS = {"w": array("K", "H"), "v": array("H", 1)}


@case(
    "the critic's loss: fakes low, data high",
    r=array("N", 1),
    f=array("M", 1),
    sizes={"N": (1, 6), "M": (1, 6)},
)
def loss(learner, r, f):
    wanted = torch.tensor(sum(f[:, 0]) / len(f) - sum(r[:, 0]) / len(r))
    for flat in (False, True):
        given = (r[:, 0], f[:, 0]) if flat else (r, f)
        got = learner.wasserstein_loss(*[torch.tensor(a) for a in given])
        assert_close(got, wanted, what="the critic's loss")


@case("scores of any size, and a slope that leads to them")
def loss_slopes(learner, rng):
    r, f = rng.uniform(-900, 900, size=(2, 4, 1))
    got = graded(learner, r, f[:3])
    require(
        got is not None,
        "the critic's loss has no graph that leads to the scores",
    )
    assert_close(got[0], np.array(f[:3].mean() - r.mean()), what="the loss")
    assert_close(got[1], np.full((4, 1), -1 / 4), what="the slope by `real`")
    assert_close(got[2], np.full((3, 1), 1 / 3), what="the slope by `fake`")


@probe
def graded(module, real, fake):
    """Return the critic's loss and its slopes by the scores."""
    given = [torch.tensor(a, requires_grad=True) for a in (real, fake)]
    value = module.wasserstein_loss(*given)
    if not isinstance(value, torch.Tensor) or not value.requires_grad:
        return None
    value.sum().backward()
    return [value.detach().numpy().copy(), *[a.grad.numpy() for a in given]]


@case(
    "a linear critic: its length less 1, squared, too long or too short",
    w=array("K", 1),
    length=number(0.05, 3.0),
    weight=number(0.1, 20.0),
    sizes={"N": (2, 5), "K": (1, 4)},
    **BATCHES,
)
def linear(learner, real, fake, w, length, weight):
    w = length * w / max(np.linalg.norm(w), 1e-9)
    got = ask(learner, "linear", [w], real, fake, weight=weight)
    expect(got, "linear", [w], real, weight)


@case("each point lies between its own two samples", sizes=SIZES, **BATCHES)
def on_the_line(learner, real, fake):
    real = real + 1.0 * (np.abs(real - fake) < 0.2)
    w = np.ones((real.shape[1], 1))
    got = ask(learner, "linear", [w], real, fake)
    t = shares(looked_at(got, real), real, fake)
    require(
        ((t > -1e-5) & (t < 1 + 1e-5)).all(),
        "a point lies beyond its real sample or its fake. Shares of the "
        "real sample:",
        t.round(3),
    )


@case("each sample draws a number of its own, uniformly")
def uniform_shares(learner, rng):
    real, fake = rng.normal(size=(600, 2)), rng.normal(size=(600, 2)) + 9
    got = ask(
        learner,
        "linear",
        [np.ones((2, 1))],
        real,
        fake,
        seeds=[int(rng.integers(2**31))],
    )
    t = shares(looked_at(got, real), real, fake)
    require(
        len(set(t.round(9))) > 500,
        "different samples must lie at different shares of their ways; "
        f"600 samples have this many shares: {len(set(t.round(9)))}",
    )
    assert_distribution(
        t, lambda v: np.clip(v, 0, 1), what="the shares of the real samples"
    )


@case(
    "each sample has a slope and a length of its own", sizes=SIZES, **BATCHES
)
def quadratic(learner, real, fake, rng):
    w = rng.normal(size=(real.shape[1], 1))
    got = ask(learner, "quadratic", [w], real, fake)
    expect(got, "quadratic", [w], real)


@case("a network with a hidden layer", sizes=SIZES, **BATCHES, **LAYERS)
def network(learner, real, fake, w, v):
    expect(ask(learner, "net", [w, v], real, fake), "net", [w, v], real)


@case("images: one number for each, and one length", tries=3)
def images(learner, rng):
    for n in (3, 5):
        real, fake = rng.normal(size=(2, n, 2, 3, 5))
        w = rng.normal(size=(30, 1))
        got = ask(learner, "quadratic", [w], real, fake)
        shares(looked_at(got, real), real, fake)
        expect(got, "quadratic", [w], real)


@case(
    "its gradient reaches the weights",
    sizes=SIZES,
    tries=4,
    **BATCHES,
    **LAYERS,
)
def differentiable(learner, real, fake, w, v):
    got = ask(learner, "net", [w, v], real, fake)
    slopes = got["slopes"][0] if got["slopes"] else []
    require(
        got["graph"]
        and len(slopes) == 2
        and all(s is not None for s in slopes),
        "the penalty has no graph that leads to the weights: it would be "
        "printed and never felt",
    )
    points = looked_at(got, real)
    wanted = (
        numeric_gradient(lambda p: penalty("net", [p, v], points), w),
        numeric_gradient(lambda p: penalty("net", [w, p], points), v),
    )
    for slope, expected, name in zip(
        slopes, wanted, ("first", "second"), strict=True
    ):
        assert_close(
            slope,
            expected,
            rtol=1e-4,
            atol=1e-4,
            what=f"the penalty's gradient for the {name} weights",
        )


@case("a flat critic costs the full weight, and no gradient is NaN", **BATCHES)
def flat(learner, real, fake):
    k = real.shape[1]
    for kind, weights in (
        ("linear", [np.zeros((k, 1))]),
        ("net", [np.zeros((k, 3)), np.ones((3, 1))]),
    ):
        got = ask(learner, kind, weights, real, fake)
        assert_close(got["values"][0], np.array(10.0), what="the penalty")
        for slope in got["slopes"][0] if got["slopes"] else []:
            require(
                slope is None or np.isfinite(slope).all(),
                "where the slope is zero, the gradient of the penalty is NaN",
                slope,
            )


@case("nothing leads into the samples, and nothing is left behind")
def manners(learner, rng):
    w, v = rng.normal(size=(3, 4)), rng.normal(size=(4, 1))
    real, fake = rng.normal(size=(2, 4, 3))
    for asks in (False, True):
        got = ask(learner, "net", [w, v], real, fake, asks=asks)
        require(
            got["same"],
            "`real` or `fake` was changed, or whether it requires gradients",
        )
        require(
            not got["left"],
            "the call left gradients in `.grad`, which the next step would "
            "take for its own",
        )
        require(
            not got["leaks"],
            "the penalty has a graph that leads into `real` or `fake`, and "
            "so into a generator",
        )


@case("all chance comes from `rng`")
def chance(learner, rng):
    real, fake = rng.normal(size=(2, 4, 3))
    w = rng.normal(size=(3, 1))
    got = ask(learner, "quadratic", [w], real, fake, seeds=[3, None, 3, 4])
    one, next_one, again, other = (looked_at(got, real, i) for i in range(4))
    require(
        np.array_equal(one, again),
        "the same `rng` in the same state must give the same points",
    )
    require(
        not np.array_equal(one, next_one) and not np.array_equal(one, other),
        "a second call, or another seed, must draw other points",
    )
    require(not got["global"], "torch's global generator was used")


@case("the weight is 10 by default, may be 0; float32 stays float32")
def edges(learner, rng):
    real, fake = rng.normal(size=(2, 4, 3)).astype("float32")
    w = rng.normal(size=(3, 1)).astype("float32")
    for weight in (None, 0.0, 2.5):
        got = ask(
            learner,
            "linear",
            [w],
            real,
            fake,
            weight=weight,
            dtype="float32",
        )
        wanted = penalty(
            "linear",
            [w.astype(float)],
            real,
            10.0 if weight is None else weight,
        )
        assert_close(
            got["values"][0],
            np.array(wanted, dtype="float32"),
            rtol=1e-4,
            dtype="float32",
            what="the penalty",
        )
