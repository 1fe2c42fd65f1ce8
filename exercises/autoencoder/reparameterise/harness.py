"""Checks for autoencoder/reparameterise. Oracle: scripted noise, Python floats."""

import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_shape,
    case,
    probe,
    require,
    uniform,
)


@probe
def sampled(module, mu, logvar, noise, weights, training):
    """Return a sample, its slopes, and which shapes of noise were drawn."""
    import torch

    m, v = (torch.tensor(a, requires_grad=True) for a in (mu, logvar))
    source, asked = torch.tensor(noise).ravel(), []

    def draw(shape):
        shape = tuple(int(s) for s in shape)
        asked.append(shape)
        count = 1
        for s in shape:
            count *= s
        return source[:count].reshape(shape).clone()

    options = () if training is None else (training,)
    z = module.reparameterise(m, v, draw, *options)
    found = {"z": z.detach().numpy().copy(), "asked": asked, "slopes": None}
    if z.requires_grad:
        total = (z * torch.tensor(weights)).sum()
        parts = torch.autograd.grad(total, (m, v), allow_unused=True)
        found["slopes"] = [
            None if p is None else p.numpy().copy() for p in parts
        ]
    return found


GIVEN = {
    "mu": array("N", "K"),
    "logvar": array("N", "K", of=uniform(-3, 3)),
    "noise": array("N", "K"),
    "weights": array("N", "K"),
    "sizes": {"N": (1, 5), "K": (1, 5)},
}


def expected(mu, logvar, noise):
    rows = zip(
        mu.ravel().tolist(),
        logvar.ravel().tolist(),
        noise.ravel().tolist(),
        strict=True,
    )
    return np.array([m + math.sqrt(math.exp(v)) * e for m, v, e in rows])


@case("mean plus deviation times noise", **GIVEN)
def value(learner, mu, logvar, noise, weights):
    for training in (None, True):
        got = sampled(learner, mu, logvar, noise, weights, training)
        assert_shape(got["z"], mu.shape, "the sample")
        wanted = expected(mu, logvar, noise).reshape(mu.shape)
        assert_close(got["z"], wanted, what="the sample")


@case("one draw of noise, a number for each number", tries=4, **GIVEN)
def draws(learner, mu, logvar, noise, weights):
    got = sampled(learner, mu, logvar, noise, weights, True)
    require(
        got["asked"] == [mu.shape],
        f"draw must be called once, with the shape {mu.shape}",
        got["asked"],
    )


@case("slopes reach the mean and the logarithm of the variance", **GIVEN)
def slopes(learner, mu, logvar, noise, weights):
    got = sampled(learner, mu, logvar, noise, weights, True)
    parts = got["slopes"]
    require(
        parts is not None and all(p is not None for p in parts),
        "the graph is cut: no slope reaches "
        + ("mu" if parts is None or parts[0] is None else "logvar"),
    )
    assert_close(parts[0], weights, what="the gradient for mu")
    wanted = weights * noise * np.sqrt(np.exp(logvar)) / 2
    assert_close(parts[1], wanted, what="the gradient for logvar")


@case("outside of training: the mean, and no noise", tries=3, **GIVEN)
def asked(learner, mu, logvar, noise, weights):
    got = sampled(learner, mu, logvar, noise, weights, False)
    assert_close(got["z"], mu, what="the sample outside of training")
    require(not got["asked"], "draw was called outside of training")


@case("a variance of nearly nothing, and a large one")
def extremes(learner, rng):
    mu, noise = rng.normal(size=(2, 3)), rng.normal(size=(2, 3))
    for level in (-1000.0, 20.0):
        logvar = np.full((2, 3), level)
        got = sampled(learner, mu, logvar, noise, noise, True)
        wanted = mu + noise * math.exp(level / 2)
        assert_close(got["z"], wanted, what="the sample")
