"""Checks for autoencoder/autoencoder. Oracle: layers written out in numpy, Python floats."""

import math
from itertools import pairwise

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_gradients,
    case,
    one_of,
    probe,
    require,
    uniform,
)

STACKS = [[7, 5, 3, 2], [6, 4, 2], [5, 3], [3, 8, 1]]


@probe
def built(module, sizes, act, weights, x, z, kind="list"):
    """Return the layers of a new autoencoder, and what it makes of x and z."""
    import torch

    torch.manual_seed(0)
    given = tuple(sizes) if kind == "tuple" else list(sizes)
    options = () if act is None else (getattr(torch.nn, act),)
    net = module.Autoencoder(given, *options).double()
    layers = [m for m in net.modules() if isinstance(m, torch.nn.Linear)]
    shapes = [(m.in_features, m.out_features) for m in layers]
    count = sum(p.numel() for p in net.parameters())
    result = {"shapes": shapes, "count": count}
    wanted = [(w.shape[1], w.shape[0]) for w, _ in weights]
    if shapes != wanted or count != sum(w.size + b.size for w, b in weights):
        return result
    for layer, (w, b) in zip(layers, weights, strict=True):
        layer.weight.data = torch.tensor(w)
        layer.bias.data = torch.tensor(b)
    with torch.no_grad():
        for name, run, given in (
            ("code", net.encode, x),
            ("pixels", net.decode, z),
            ("both", net, x),
            ("again", net.eval(), x),
        ):
            got = run(torch.tensor(given))
            result[name] = got.numpy().copy()
    return result


def pairs(sizes):
    down = list(pairwise(sizes))
    return down + [(b, a) for a, b in reversed(down)]


def weights_of(rng, sizes):
    return [
        (rng.normal(size=(outputs, inputs)), rng.normal(size=outputs))
        for inputs, outputs in pairs(sizes)
    ]


BENDS = {
    "ReLU": lambda a: np.maximum(a, 0),
    "Tanh": np.tanh,
    "Sigmoid": lambda a: 1 / (1 + np.exp(-a)),
}


def through(layers, h, act):
    for i, (w, b) in enumerate(layers):
        h = h @ w.T + b
        if i < len(layers) - 1:
            h = BENDS[act](h)
    return h


def ask(learner, rng, sizes, act, kind="list"):
    """Return what was found and what should have been; layers are checked."""
    weights = weights_of(rng, sizes)
    x, z = rng.normal(size=(4, sizes[0])), rng.normal(size=(3, sizes[-1]))
    got = built(learner, sizes, act, weights, x, z, kind)
    wanted = pairs(sizes)
    require(
        got["shapes"] == wanted,
        f"for sizes {sizes} the linear layers must be, inputs to outputs, "
        + ", ".join(f"{a} to {b}" for a, b in wanted),
        ", ".join(f"{a} to {b}" for a, b in got["shapes"]) or "none",
    )
    expected = sum(a * b + b for a, b in wanted)
    require(
        got["count"] == expected,
        f"for sizes {sizes} there must be {expected} numbers to learn",
        got["count"],
    )
    half = len(sizes) - 1
    bend = act or "ReLU"
    code = through(weights[:half], x, bend)
    return got, {
        "code": code,
        "pixels": through(weights[half:], z, bend),
        "both": through(weights[half:], code, bend),
    }


@case("the layers mirror each other", stack=one_of(*STACKS), tries=6)
def layers(learner, rng, stack):
    ask(learner, rng, stack, "Tanh")


@case("the code: bent between layers, not at its end")
def code(learner, rng):
    for sizes in STACKS:
        for act in BENDS:
            got, wanted = ask(learner, rng, sizes, act)
            assert_close(got["code"], wanted["code"], what=f"codes with {act}")


@case("the decoder ends in logits of any size")
def pixels(learner, rng):
    for sizes in STACKS:
        for act in BENDS:
            got, wanted = ask(learner, rng, sizes, act)
            for part in ("pixels", "both"):
                assert_close(
                    got[part], wanted[part], what=f"logits with {act}"
                )
            assert_close(
                got["again"],
                got["both"],
                because="In eval mode the answer was another one.",
            )


@case("ReLU unless told otherwise; sizes may be a tuple")
def defaults(learner, rng):
    got, wanted = ask(learner, rng, [6, 4, 2], None, "tuple")
    assert_close(got["both"], wanted["both"], what="logits")


def surprise(logit, x):
    """Return the cross-entropy of one pixel."""
    return max(logit, 0.0) - x * logit + math.log1p(math.exp(-abs(logit)))


def by_pixels(logits, x):
    pairs = zip(logits.ravel().tolist(), x.ravel().tolist(), strict=True)
    return math.fsum(surprise(a, b) for a, b in pairs) / len(x)


@probe
def loss_of(module, logits, x):
    """Return the loss of numpy arrays as a numpy array."""
    import torch

    got = module.pixel_loss(torch.tensor(logits), torch.tensor(x))
    if not isinstance(got, torch.Tensor):
        return None
    return got.detach().numpy().copy()


def ask_loss(learner, logits, x):
    got = loss_of(learner, logits, x)
    require(got is not None, "pixel_loss must return a tensor, with its graph")
    return got


GIVEN = {
    "logits": array("N", "D", of=uniform(-4, 4)),
    "x": array("N", "D", of=uniform(0, 1)),
    "sizes": {"N": (1, 5), "D": (1, 6)},
}


@case("the loss: a sum over pixels, a mean over images", **GIVEN)
def loss(learner, logits, x):
    got = ask_loss(learner, logits, x)
    assert_close(got, np.array(by_pixels(logits, x)), what="the loss")


@case("logits of 200 and black or white pixels", tries=3, **GIVEN)
def extremes(learner, logits, x):
    for scale in (50.0, -50.0):
        got = ask_loss(learner, scale * logits, x.round())
        wanted = by_pixels(scale * logits, x.round())
        assert_close(got, np.array(wanted), what="the loss")


@case("the loss has a slope", tries=2, **GIVEN)
def slopes(learner, logits, x):
    assert_gradients(learner, "pixel_loss", logits, x)
