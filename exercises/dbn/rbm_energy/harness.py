"""Checks for dbn/rbm_energy. Oracle: sums over units and over all hidden patterns."""

import itertools
import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_untouched,
    built,
    case,
    integers,
    uniform,
)

SIZES = {"N": (1, 5), "D": (1, 5), "H": (1, 4)}


def one_energy(v, h, W, b, c):
    """Return the energy of one pair, term by term."""
    terms = [-float(x) * float(k) for x, k in zip(v, b, strict=True)]
    terms += [-float(x) * float(k) for x, k in zip(h, c, strict=True)]
    for i, j in itertools.product(range(len(v)), range(len(h))):
        terms.append(-float(v[i]) * float(W[i, j]) * float(h[j]))
    return math.fsum(terms)


def one_free_energy(v, W, b, c):
    """Return the free energy of one row, by the sum over hidden patterns."""
    costs = [
        one_energy(v, h, W, b, c)
        for h in itertools.product((0, 1), repeat=len(c))
    ]
    least = min(costs)
    return least - math.log(math.fsum(math.exp(least - e) for e in costs))


@built("N", "D")
def patterns(rng, sizes):
    return rng.integers(0, 2, (sizes["N"], sizes["D"]))


@built("N", "H")
def states(rng, sizes):
    return rng.integers(0, 2, (sizes["N"], sizes["H"]))


MACHINE = {
    "W": array("D", "H"),
    "b": array("D"),
    "c": array("H"),
    "sizes": SIZES,
}


@case(
    "energy: one number for each pair of rows", v=patterns, h=states, **MACHINE
)
def pairs(learner, v, h, W, b, c):
    expected = [one_energy(*pair, W, b, c) for pair in zip(v, h, strict=True)]
    assert_close(learner.energy(v, h, W, b, c), np.array(expected))
    assert_untouched(learner)


@case(
    "energy: units may lie between 0 and 1",
    v=array("N", "D", of=uniform(0, 1)),
    h=array("N", "H", of=uniform(0, 1)),
    **MACHINE,
)
def between(learner, v, h, W, b, c):
    expected = [one_energy(*pair, W, b, c) for pair in zip(v, h, strict=True)]
    assert_close(learner.energy(v, h, W, b, c), np.array(expected))


@case("free energy: all hidden patterns summed out", v=patterns, **MACHINE)
def summed(learner, v, W, b, c):
    expected = [one_free_energy(row, W, b, c) for row in v]
    assert_close(learner.free_energy(v, W, b, c), np.array(expected))
    assert_untouched(learner)


@case(
    "free energy: inputs of ±2000 stay finite",
    v=patterns,
    W=array("D", "H", of=integers(-400, 401)),
    b=array("D"),
    c=array("H", of=uniform(-400, 400)),
    sizes=SIZES,
)
def large(learner, v, W, b, c):
    W = W.astype(float)
    c = c + 1000.0 * np.sign(c)
    expected = [one_free_energy(row, W, b, c) for row in v]
    assert_close(learner.free_energy(v, W, b, c), np.array(expected))
