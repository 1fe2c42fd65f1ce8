"""Checks for dbn/rbm_bugs. Oracle: loops with the same uniforms; enumeration."""

import itertools
import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_untouched,
    built,
    case,
    number,
    probe,
    require,
    uniform,
    whole,
)

PLANTED = {
    "free_energy": "sound",
    "pseudo_log_likelihood": "flipped sign",
    "cd_gradient": "stale value",
    "pcd_gradient": "starts at the data",
    "update": "decay too far",
}
KINDS = {
    *PLANTED.values(),
    "not transposed",
    "sum too early",
    "drawn too often",
}
SIZES = {"N": (2, 5), "M": (2, 5), "D": (2, 5), "H": (2, 4)}
NAMES = ("dW", "db", "dc")
MACHINE = {
    "W": array("D", "H"),
    "b": array("D"),
    "c": array("H"),
    "sizes": SIZES,
    "tries": 5,
}


@probe
def cd(module, v, W, b, c, seed):
    return module.cd_gradient(v, W, b, c, np.random.default_rng(seed))


@probe
def pcd(module, v, chain, W, b, c, seed):
    kept = chain.copy()
    rng = np.random.default_rng(seed)
    got = module.pcd_gradient(v, chain, W, b, c, rng)
    return got, np.array_equal(kept, chain)


@probe
def found(module):
    return getattr(module, "FOUND", None)


def squash(x):
    return np.vectorize(lambda t: 1 / (1 + math.exp(-t)))(x)


def weight(v, W, b, c):
    """Return the unnormalised probability of a picture, by enumeration."""
    return math.fsum(
        math.exp(float(v @ b + c @ h + v @ W @ h))
        for h in map(np.array, itertools.product((0, 1), repeat=len(c)))
    )


@built("N", "D")
def rows(rng, sizes):
    return rng.integers(0, 2, (sizes["N"], sizes["D"])).astype(float)


@built("M", "D")
def chains(rng, sizes):
    return rng.integers(0, 2, (sizes["M"], sizes["D"])).astype(float)


@case("free_energy sums over all hidden patterns", v=rows, **MACHINE)
def energies(learner, v, W, b, c):
    expected = [-math.log(weight(row, W, b, c)) for row in v]
    assert_close(learner.free_energy(v, W, b, c), np.array(expected))
    assert_untouched(learner)


@case("pseudo_log_likelihood: every pixel, given the rest", v=rows, **MACHINE)
def conditionals(learner, v, W, b, c):
    expected = []
    for row in v:
        here, total = weight(row, W, b, c), 0.0
        for i in range(len(row)):
            other = row.copy()
            other[i] = 1 - other[i]
            total += math.log(here / (here + weight(other, W, b, c)))
        expected.append(total)
    got = learner.pseudo_log_likelihood(v, W, b, c)
    assert_close(got, np.array(expected))
    assert_untouched(learner)


def means(rows, W, c):
    """Return the three averages of a phase, row by row."""
    dW, dc = np.zeros(W.shape), np.zeros(len(c))
    for row in rows:
        p = squash(row @ W + c)
        dW += np.outer(row, p) / len(rows)
        dc += p / len(rows)
    return dW, np.sum(rows, axis=0) / len(rows), dc


def compare(got, wake, sleep):
    require(
        type(got) is tuple and len(got) == 3,
        "the gradients must be a tuple (dW, db, dc).",
    )
    for mine, one, other, name in zip(got, wake, sleep, NAMES, strict=True):
        assert_close(mine, one - other, what=name)


@case(
    "cd_gradient: data minus reconstruction",
    v=array("N", "D", of=uniform(0, 1)),
    seed=whole(0, 10**6),
    **MACHINE,
)
def contrastive(learner, v, W, b, c, seed):
    got = cd(learner, v=v, W=W, b=b, c=c, seed=seed)
    u = np.random.default_rng(seed).random((len(v), len(c)))
    h = (u < squash(v @ W + c)).astype(float)
    dream = squash(h @ W.T + b)
    compare(got, means(v, W, c), means(dream, W, c))


@case(
    "pcd_gradient: data minus the chain, which moves on",
    v=array("N", "D", of=uniform(0, 1)),
    chain=chains,
    seed=whole(0, 10**6),
    **MACHINE,
)
def persistent(learner, v, chain, W, b, c, seed):
    got, same = pcd(learner, v=v, chain=chain, W=W, b=b, c=c, seed=seed)
    rng = np.random.default_rng(seed)
    h = rng.random((len(chain), len(c))) < squash(chain @ W + c)
    new = rng.random(chain.shape) < squash(h @ W.T + b)
    new = new.astype(float)
    require(
        type(got) is tuple and len(got) == 2,
        "pcd_gradient must return (gradients, chain).",
    )
    assert_close(got[1], new, what="the chain", dtype="float64")
    compare(got[0], means(v, W, c), means(new, W, c))
    require(same, "the chain that was given was changed in place.")


@case(
    "update: momentum for all three, decay for the weights",
    W=array("D", "H"),
    b=array("D"),
    c=array("H"),
    vW=array("D", "H"),
    vb=array("D"),
    vc=array("H"),
    rate=number(0.05, 0.5),
    momentum=number(0.3, 0.9),
    decay=number(0.05, 0.3),
    sizes=SIZES,
    tries=5,
)
def step(learner, W, b, c, vW, vb, vc, rate, momentum, decay):
    gradients = (W**2 - 1, b**2 - 1, c**2 - 1)
    given = (W, b, c), (vW, vb, vc), gradients
    got = learner.update(*given, rate, momentum, decay)
    speeds = tuple(
        momentum * v + rate * g
        for v, g in zip((vW, vb, vc), gradients, strict=True)
    )
    speeds = (speeds[0] - rate * decay * W, *speeds[1:])
    new = (W + speeds[0], b + speeds[1], c + speeds[2])
    assert_close(got, (new, speeds))
    assert_untouched(learner)


@case("FOUND names what each function had, or that it was sound", tries=1)
def named(learner):
    kinds = found(learner)
    require(
        type(kinds) is dict and set(kinds) == set(PLANTED),
        "FOUND must be a dict whose keys are " + ", ".join(PLANTED) + ".",
        kinds,
    )
    for name, kind in kinds.items():
        require(
            kind in KINDS,
            f"FOUND[{name!r}] is {kind!r}, which is no kind of the task's "
            "table.",
        )
    wrong = [name for name, kind in PLANTED.items() if kinds[name] != kind]
    require(
        not wrong,
        "FOUND does not say what the starter had in " + ", ".join(wrong) + ".",
    )
