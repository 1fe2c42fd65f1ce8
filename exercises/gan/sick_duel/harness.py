"""Checks for gan/sick_duel. Oracle: Python floats, differences, and the names."""

import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
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
    "judge_loss": "one mean",
    "forger_slope": "saturating",
    "best_answer": "sound",
    "steepness": "mean for sum",
    "duel_step": "moved together",
}
SIZES = {"N": (2, 5), "M": (2, 6), "K": (2, 4), "H": (2, 4)}
LOGITS = uniform(-4, 4)


@probe
def names(module):
    """Return the learner's names for the bugs."""
    return module.FOUND


def surprise(logit):
    """Return -log of the sigmoid of a logit."""
    return max(-logit, 0.0) + math.log1p(math.exp(-abs(logit)))


def mean(values):
    return math.fsum(values) / len(values)


@built("N")
def densities(rng, sizes):
    """Two densities with a place where only one is, and one where neither is."""
    pair = rng.uniform(0.1, 1.0, size=(2, sizes["N"] + 3))
    pair[0, [0, 1]] = 0.0
    pair[1, [0, 2]] = 0.0
    return pair[0].copy(), pair[1].copy()


@case(
    "judge_loss",
    real=array("N", of=LOGITS),
    fake=array("M", of=LOGITS),
    sizes=SIZES,
    tries=5,
)
def judge(learner, real, fake):
    for scale in (1.0, 25.0):
        a, b = scale * real, scale * fake
        wanted = mean([surprise(r) for r in a.tolist()])
        wanted += mean([surprise(-f) for f in b.tolist()])
        got = learner.judge_loss(a, b)
        assert_untouched(learner)
        assert_close(float(got), wanted, what="the loss")


@case("forger_slope", fake=array("M", of=LOGITS), sizes=SIZES, tries=5)
def forger(learner, fake):
    got = learner.forger_slope(fake)
    assert_untouched(learner)
    wanted = numeric_gradient(
        lambda f: mean([surprise(v) for v in f.tolist()]), fake
    )
    assert_close(got, wanted, atol=1e-7, what="the slope")
    got = learner.forger_slope(np.full(4, -50.0))
    assert_close(got, np.full(4, -0.25), what="the slope")


@case("best_answer", pair=densities, sizes=SIZES, tries=5)
def answer(learner, pair):
    p, q = pair
    got = learner.best_answer(p, q)
    assert_untouched(learner)
    wanted = [
        u / (u + w) if u + w else 0.5
        for u, w in zip(p.tolist(), q.tolist(), strict=True)
    ]
    assert_close(got, np.array(wanted), what="the answer")


@case(
    "steepness",
    W=array("K", "H"),
    v=array("H"),
    x=array("N", "K"),
    gamma=number(0.1, 3.0),
    sizes=SIZES,
    tries=5,
)
def penalty(learner, W, v, x, gamma):
    got = learner.steepness(W, v, x, gamma)
    assert_untouched(learner)
    squares = [
        (numeric_gradient(lambda s: float(np.tanh(s @ W) @ v), row) ** 2).sum()
        for row in x
    ]
    wanted = gamma / 2 * mean(squares)
    assert_close(float(got), wanted, rtol=1e-5, what="the penalty")


@case(
    "duel_step",
    a=number(-2, 2),
    b=number(-2, 2),
    eta=number(0.1, 0.6),
    gamma=number(0.1, 1.0),
)
def step(learner, a, b, eta, gamma):
    got = learner.duel_step(a, b, eta, gamma)
    require(
        type(got) in (tuple, list) and len(got) == 2,
        "duel_step must return both numbers",
        got,
    )
    first = a - eta * b
    second = b + eta * first - eta * gamma * b
    assert_close(float(got[0]), first, what="a")
    assert_close(float(got[1]), second, what="b")


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
