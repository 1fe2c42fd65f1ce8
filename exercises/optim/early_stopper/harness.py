"""Checks for optim/early_stopper. Oracle: rules applied to the whole list."""

import math

import numpy as np

from tutor.harness import (
    assert_close,
    assert_equal,
    case,
    one_of,
    probe,
    require,
    whole,
)

NAN = math.nan


@probe
def told(module, values, patience, options, first_epoch=0):
    """Tell a stopper these values, while weights change in place.

    The weights of epoch e are full of e. Returns the answers, then the best
    value, epoch and weights after each update, and whether weights survived.
    """
    stopper = module.EarlyStopper(patience, **options)
    best = ["best_value", "best_epoch", "best_weights"]
    before = [getattr(stopper, name) for name in best]
    weights = [np.zeros((2, 2)), np.zeros(3)]
    answers, seen, kept = [], [], True
    for epoch, value in enumerate(values, first_epoch):
        for w in weights:
            w[...] = epoch
        answers.append(stopper.update(value, epoch, weights))
        kept = kept and all((w == epoch).all() for w in weights)
        seen.append([getattr(stopper, name) for name in best])
    for w in weights:
        w[...] = -1.0
    last = [getattr(stopper, name) for name in best]
    return before, answers, seen, last, kept


def history(values, patience, min_delta=0.0, mode="min"):
    """Return by whole lists the answers and the best index after each value."""
    turned = [v if mode == "min" else -v for v in values]
    good, best = [], []
    for n, value in enumerate(turned):
        seen = [turned[k] for k in good]
        better = value == value and all(
            old - value > min_delta for old in seen[-1:]
        )
        if better:
            good.append(n)
        best.append(good[-1] if good else None)
    answers = [
        n + 1 - patience >= 0
        and not any(k in good for k in range(n + 1 - patience, n + 1))
        for n in range(len(values))
    ]
    return answers, best


def assert_told(learner, values, patience, **options):
    before, answers, seen, last, kept = told(
        learner,
        values=values,
        patience=patience,
        options=options,
        first_epoch=3,
    )
    wanted, best = history(values, patience, **options)
    for n, (got, due) in enumerate(zip(answers, wanted, strict=True)):
        shown = ", ".join(f"{v:g}" for v in values[: n + 1])
        kind = type(got).__name__
        require(
            kind in ("bool", "bool_"),
            f"what `update` returns must be a bool, not {kind}",
            got,
        )
        require(
            bool(got) == due,
            f"after the values {shown} with patience {patience} update must "
            f"return {due}",
        )
    for n, ((value, epoch, _), index) in enumerate(
        zip(seen, best, strict=True)
    ):
        shown = ", ".join(f"{v:g}" for v in values[: n + 1])
        if index is None:
            require(
                value is None and epoch is None,
                f"after {shown} there is no best value yet",
            )
            continue
        assert_equal(epoch, 3 + index, what=f"best_epoch after {shown}")
        assert_close(value, values[index], what=f"best_value after {shown}")
    return before, last, best, kept


@case("it stops after `patience` epochs in a row without improvement")
def stops(learner):
    assert_told(learner, [8.0, 6.0, 7.0, 6.5, 6.5, 6.25, 7.0], 3)
    assert_told(learner, [8.0, 9.0, 9.0, 9.0], 1)


@case("an improvement sets the count back to 0")
def consecutive(learner):
    assert_told(learner, [8.0, 9.0, 7.0, 8.0, 6.0, 7.0, 5.0, 9.0, 9.0], 2)


@case(
    "any list of values, counted against the best so far",
    patience=whole(1, 4),
    min_delta=one_of(0.0, 0.5, 2.0),
    mode=one_of("min", "max"),
    tries=8,
)
def any_list(learner, rng, patience, min_delta, mode):
    values = [float(v) / 2 for v in rng.integers(0, 20, 12)]
    options = {"min_delta": min_delta, "mode": mode}
    assert_told(learner, values, patience, **options)


@case("a gain of exactly min_delta is none")
def exactly(learner):
    values = [4.0, 3.5, 3.25, 3.0, 2.5, 2.5]
    assert_told(learner, values, 2, min_delta=0.5)
    assert_told(learner, [2.0, 2.0, 2.0], 2)


@case("with mode max, more is better")
def more(learner):
    assert_told(learner, [0.5, 0.75, 0.5, 0.875, 0.25, 0.5], 2, mode="max")


@case("NaN is never an improvement, first or later")
def not_a_number(learner):
    assert_told(learner, [4.0, NAN, 3.0, NAN, NAN, 2.0], 2)
    assert_told(learner, [NAN, 4.0, NAN, 5.0], 2)
    assert_told(learner, [NAN, NAN, 4.0, 5.0], 2, mode="max")


@case("best_weights are copies of the weights of the best epoch")
def copies(learner):
    before, last, _, kept = assert_told(learner, [4.0, 2.0, 3.0], 5)
    require(
        before == [None, None, None],
        "before the first update all three attributes must be None",
    )
    weights = last[2]
    require(
        isinstance(weights, list) and len(weights) == 2,
        "best_weights must be a list with one array for each of weights",
    )
    for got, shape in zip(weights, ((2, 2), (3,)), strict=True):
        assert_close(
            got,
            np.full(shape, 4.0),
            what="best_weights",
            because="best_weights must hold the weights of epoch 4, the best; "
            "training went on and overwrote the arrays it was given.",
        )
    require(kept, "update changed the weights it was given")
