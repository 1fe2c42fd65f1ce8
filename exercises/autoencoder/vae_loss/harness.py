"""Checks for autoencoder/vae_loss. Oracle: Python floats, and an integral on a grid."""

import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    case,
    number,
    numeric_gradient,
    probe,
    require,
    uniform,
)


@probe
def divergences(module, mu, logvar):
    """Return the divergence of each code."""
    import torch

    got = module.kl_to_standard(torch.tensor(mu), torch.tensor(logvar))
    return got.detach().numpy().copy()


@probe
def parts_of(module, logits, x, mu, logvar, beta):
    """Return the three results, and the slopes of the first."""
    import torch

    given = [
        torch.tensor(a, requires_grad=i != 1)
        for i, a in enumerate((logits, x, mu, logvar))
    ]
    options = () if beta is None else (beta,)
    got = module.vae_loss(*given, *options)
    if type(got) not in (tuple, list) or len(got) != 3:
        return None
    if not all(isinstance(p, torch.Tensor) for p in got):
        return None
    values = [p.detach().numpy().copy() for p in got]
    slopes = None
    if got[0].requires_grad and got[0].ndim == 0:
        wanted = [given[0], given[2], given[3]]
        slopes = [
            None if s is None else s.numpy().copy()
            for s in torch.autograd.grad(got[0], wanted, allow_unused=True)
        ]
    return values, slopes


def ask(learner, logits, x, mu, logvar, beta):
    got = parts_of(learner, logits, x, mu, logvar, beta)
    require(
        got is not None,
        "vae_loss must return three tensors: loss, reconstruction, divergence",
    )
    return got


def divergence(mu, logvar):
    """Return the divergence of each row, in Python floats."""
    rows = []
    for m_row, v_row in zip(mu.tolist(), logvar.tolist(), strict=True):
        total = 0.0
        for m, v in zip(m_row, v_row, strict=True):
            total += (m * m + math.exp(v) - 1 - v) / 2
        rows.append(total)
    return np.array(rows)


def drawn(logits, x):
    """Return the mean over images of the summed cross-entropy."""
    total = 0.0
    for a, b in zip(logits.ravel().tolist(), x.ravel().tolist(), strict=True):
        total += max(a, 0.0) - a * b + math.log1p(math.exp(-abs(a)))
    return total / len(x)


CODES = {
    "mu": array("N", "K"),
    "logvar": array("N", "K", of=uniform(-3, 2)),
}
SIZES = {"N": (1, 5), "K": (1, 4), "D": (1, 6)}
GIVEN = {
    "logits": array("N", "D", of=uniform(-4, 4)),
    "x": array("N", "D", of=uniform(0, 1)),
    **CODES,
    "beta": number(0.1, 4.0),
    "sizes": SIZES,
}


@case("the divergence of each code, summed over its numbers", **CODES)
def each(learner, mu, logvar):
    got = divergences(learner, mu, logvar)
    assert_close(got, divergence(mu, logvar), what="the divergences")


@case("it is the integral that defines it", m=number(-1.5, 1.5), tries=3)
def by_integral(learner, m):
    for v in (-1.0, 0.8):
        s = math.exp(v / 2)
        places = np.linspace(m - 12 * s, m + 12 * s, 4001)
        log_q = -(((places - m) / s) ** 2) / 2 - math.log(s)
        log_p = -(places**2) / 2
        density = np.exp(log_q) / math.sqrt(2 * math.pi)
        wanted = (density * (log_q - log_p)).sum() * (places[1] - places[0])
        got = divergences(learner, np.array([[m]]), np.array([[v]]))
        assert_close(got, np.array([wanted]), rtol=1e-5, what="the divergence")


@case("a standard normal code costs nothing; extreme ones stay finite")
def extremes(learner):
    got = divergences(learner, np.zeros((2, 3)), np.zeros((2, 3)))
    assert_close(got, np.zeros(2), what="the divergences")
    mu = np.array([[30.0, 0.0], [0.0, -1.0]])
    logvar = np.array([[0.0, -300.0], [8.0, 0.0]])
    got = divergences(learner, mu, logvar)
    assert_close(got, divergence(mu, logvar), what="the divergences")


@case("reconstruction: a sum over pixels, a mean over images", **GIVEN)
def reconstruction(learner, logits, x, mu, logvar, beta):
    values, _ = ask(learner, logits, x, mu, logvar, beta)
    assert_close(
        values[1], np.array(drawn(logits, x)), what="the reconstruction part"
    )


@case("divergence part: a sum over numbers, a mean over images", **GIVEN)
def second(learner, logits, x, mu, logvar, beta):
    values, _ = ask(learner, logits, x, mu, logvar, beta)
    wanted = divergence(mu, logvar).sum() / len(mu)
    assert_close(values[2], np.array(wanted), what="the divergence part")


@case("the loss: the first plus beta times the second", **GIVEN)
def total(learner, logits, x, mu, logvar, beta):
    first, kl = drawn(logits, x), divergence(mu, logvar).sum() / len(mu)
    for weight in (beta, 0.0, None):
        values, _ = ask(learner, logits, x, mu, logvar, weight)
        factor = 1.0 if weight is None else weight
        assert_close(values[0], np.array(first + factor * kl), what="the loss")


@case("logits of 200", **GIVEN)
def large(learner, logits, x, mu, logvar, beta):
    far = 50 * logits
    values, _ = ask(learner, far, x.round(), mu, logvar, beta)
    wanted = drawn(far, x.round())
    assert_close(values[1], np.array(wanted), what="the reconstruction part")


@case("slopes reach logits, means and variances", tries=3, **GIVEN)
def slopes(learner, logits, x, mu, logvar, beta):
    _, got = ask(learner, logits, x, mu, logvar, beta)
    require(
        got is not None and all(s is not None for s in got),
        "the loss has no graph to logits, mu and logvar",
    )
    n = len(x)
    wanted = (
        numeric_gradient(lambda a: drawn(a, x), logits),
        numeric_gradient(lambda a: beta * divergence(a, logvar).sum() / n, mu),
        numeric_gradient(lambda a: beta * divergence(mu, a).sum() / n, logvar),
    )
    names = ("logits", "mu", "logvar")
    for slope, right, name in zip(got, wanted, names, strict=True):
        assert_close(
            slope, right, rtol=1e-5, atol=1e-7, what=f"the slope by {name}"
        )
