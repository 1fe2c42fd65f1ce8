"""Checks for autoencoder/sick_codes. Oracle: Python floats, differences, and the names."""

import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_shape,
    assert_untouched,
    built,
    case,
    number,
    numeric_gradient,
    probe,
    require,
    uniform,
)

NAMED = {
    "best_plane": "not centred",
    "denoising_gap": "spoiled target",
    "quota_slope": "share forgotten",
    "draw_code": "sound",
    "cloud_cost": "deviation for variance",
    "image_cost": "mean for sum",
}
SIZES = {"N": (2, 5), "D": (2, 5), "K": (2, 4)}


@probe
def names(module):
    """Return the learner's names for the bugs."""
    return module.FOUND


@built("N", "D")
def cloud(rng, sizes):
    """Samples far from the origin."""
    n, d = sizes["N"] + 4, sizes["D"]
    spread = 2.0 ** -np.arange(d)
    turn = np.linalg.qr(rng.normal(size=(d, d)))[0]
    return rng.normal(size=(n, d)) * spread @ turn + rng.uniform(2, 6, d)


@case("best_plane", X=cloud, sizes=SIZES, tries=6)
def plane(learner, X):
    gap = X - X.mean(axis=0)
    variances = np.linalg.eigvalsh(gap.T @ gap)[::-1]
    for k in {1, X.shape[1] - 1}:
        V = learner.best_plane(X, k)
        assert_untouched(learner)
        assert_shape(V, (X.shape[1], k), "the directions")
        assert_close(V.T @ V, np.eye(k), atol=1e-8, what="V.T @ V")
        kept = ((gap @ V) ** 2).sum(axis=0)
        assert_close(
            kept,
            variances[:k],
            atol=1e-8,
            what="the sum of squares that each direction keeps",
        )


@case(
    "denoising_gap",
    X=array("N", "D"),
    noise=array("N", "D"),
    sizes=SIZES,
    tries=5,
)
def denoising(learner, X, noise):
    seen = []

    def reconstruct(given):
        seen.append(np.array(given))
        return 0.5 * np.array(given) + 1.0

    got = learner.denoising_gap(reconstruct, X, noise)
    assert_untouched(learner)
    require(len(seen) == 1, "reconstruct must be called once", len(seen))
    assert_close(seen[0], X + noise, what="what reconstruct is given")
    wanted = 0.0
    for x, e in zip(X, noise, strict=True):
        wanted += math.fsum((0.5 * (x + e) + 1.0 - x) ** 2)
    assert_close(got, wanted / len(X), what="the error")


def penalty(H, rho):
    total = 0.0
    for unit in H.T.tolist():
        q = math.fsum(unit) / len(unit)
        total += rho * math.log(rho / q)
        total += (1 - rho) * math.log((1 - rho) / (1 - q))
    return total


@case(
    "quota_slope",
    H=array("N", "K", of=uniform(0.05, 0.95)),
    rho=number(0.02, 0.4),
    sizes=SIZES,
    tries=5,
)
def quota(learner, H, rho):
    got = learner.quota_slope(H, rho)
    assert_untouched(learner)
    wanted = numeric_gradient(lambda h: penalty(h, rho), H)
    assert_close(got, wanted, rtol=1e-5, atol=1e-7, what="the slope")
    for level, q in ((0.0, 1e-6), (1.0, 1 - 1e-6)):
        got = learner.quota_slope(np.full((4, 1), level), rho)
        pull = ((1 - rho) / (1 - q) - rho / q) / 4
        assert_close(got, np.full((4, 1), pull), what="the slope")


CODES = {
    "mu": array("N", "K"),
    "logvar": array("N", "K", of=uniform(-3, 2)),
    "noise": array("N", "K"),
    "sizes": SIZES,
    "tries": 5,
}


@case("draw_code", **CODES)
def draw(learner, mu, logvar, noise):
    got = learner.draw_code(mu, logvar, noise)
    assert_untouched(learner)
    wanted = [
        [m + math.exp(v / 2) * e for m, v, e in zip(*rows, strict=True)]
        for rows in zip(
            mu.tolist(), logvar.tolist(), noise.tolist(), strict=True
        )
    ]
    assert_close(got, np.array(wanted), what="the sample")


@case("cloud_cost", **CODES)
def cost(learner, mu, logvar, noise):
    got = learner.cloud_cost(mu, logvar)
    assert_untouched(learner)
    total = 0.0
    for m, v in zip(mu.ravel().tolist(), logvar.ravel().tolist(), strict=True):
        total += (m * m + math.exp(v) - 1 - v) / 2
    assert_close(got, total / len(mu), what="the divergence")


@case(
    "image_cost",
    logits=array("N", "D", of=uniform(-4, 4)),
    x=array("N", "D", of=uniform(0, 1)),
    sizes=SIZES,
    tries=5,
)
def image(learner, logits, x):
    for scale in (1.0, 50.0):
        got = learner.image_cost(scale * logits, x)
        assert_untouched(learner)
        total = 0.0
        for a, b in zip(
            (scale * logits).ravel().tolist(), x.ravel().tolist(), strict=True
        ):
            total += max(a, 0.0) - a * b + math.log1p(math.exp(-abs(a)))
        assert_close(got, total / len(x), what="the cross-entropy")


@case("every bug is named, and what is sound is called sound")
def named(learner):
    found = names(learner)
    require(type(found) is dict, "FOUND must be a dict", found)
    require(
        set(found) == set(NAMED),
        f"FOUND must have the keys {', '.join(NAMED)}",
        found,
    )
    for name, kind in NAMED.items():
        require(
            found[name] == kind,
            f"the starter's {name} did not have the bug “{found[name]}”"
            if found[name] != "sound"
            else f"the starter's {name} was not sound",
        )
