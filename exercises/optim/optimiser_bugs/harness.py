"""Checks for optim/optimiser_bugs. Oracle: sums and scalars, worked by hand."""

import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_untouched,
    case,
    number,
    probe,
    require,
    whole,
)

PLANTED = {
    "ball_step": "sound",
    "adam_decay": "wrong constant",
    "rate_at": "wrong origin",
    "clip": "one by one",
    "drop": "wrong mode",
}
KINDS = {*PLANTED.values(), "flipped sign", "state lost", "all together"}


@probe
def momentum_walk(module, w, grads, momentum):
    v, seen = np.zeros_like(w), []
    for g in grads:
        w, v = module.ball_step(w, g, v, 0.1, momentum)
        seen.append([np.array(w), np.array(v)])
    return seen


@probe
def adamw_walk(module, w, grads, decay):
    state, seen = {}, []
    for g in grads:
        w = module.adam_decay(w, np.array(g), state, 0.1, decay)
        seen.append(np.array(w))
    return seen


@probe
def dropped(module, X, p, seed, train):
    rng = np.random.default_rng(seed)
    return module.drop(X, p, rng, train), float(rng.random())


def mean_of(values, beta):
    weights = beta ** np.arange(len(values) - 1.0, -1.0, -1.0)
    total = sum(k * value for k, value in zip(weights, values, strict=True))
    return total / weights.sum()


@case("ball_step keeps a velocity", momentum=number(0.3, 0.95), tries=3)
def momentum(learner, rng, momentum):
    w, *grads = rng.normal(size=(4, 3))
    seen = momentum_walk(learner, w=w, grads=grads, momentum=momentum)
    for k, (got, speed) in enumerate(seen):
        v = sum(momentum ** (k - j) * grads[j] for j in range(k + 1))
        w = w - 0.1 * v
        assert_close(speed, v, what=f"the velocity after step {k + 1}")
        assert_close(got, w, what=f"the array after step {k + 1}")
    learner.ball_step(w, grads[0], grads[1], 0.1, momentum)
    assert_untouched(learner)


@case(
    "adam_decay is AdamW, from the first step on",
    decay=number(0.1, 1),
    tries=3,
)
def adamw(learner, rng, decay):
    w, *grads = rng.normal(size=(5, 3))
    seen = adamw_walk(learner, w=w, grads=grads, decay=decay)
    for t, got in enumerate(seen, 1):
        mean = mean_of(grads[:t], 0.9)
        square = mean_of([g * g for g in grads[:t]], 0.999)
        w = w - 0.1 * decay * w - 0.1 * mean / (np.sqrt(square) + 1e-8)
        assert_close(got, w, what=f"the array after step {t}")
    tiny = [1e-8 * g for g in grads]
    seen = adamw_walk(learner, w=w, grads=tiny[:1], decay=0.0)
    wanted = w - 0.1 * tiny[0] / (np.abs(tiny[0]) + 1e-8)
    assert_close(seen[0], wanted, what="the array after a tiny gradient")


@case(
    "rate_at rises to base and falls to 0 without a jump",
    base=number(0.05, 2.0),
    warmup=whole(0, 9),
    rest=whole(2, 30),
    tries=4,
)
def schedule(learner, base, warmup, rest):
    for step in range(warmup + rest + 4):
        if step < warmup:
            wanted = step * base / warmup
        else:
            past = min(step - warmup, rest)
            wanted = base * math.cos(math.pi / 2 * past / rest) ** 2
        got = learner.rate_at(step, base, warmup, warmup + rest)
        assert_close(got, wanted, what=f"the step size of step {step}")


@case("clip scales all arrays by one factor, or not at all", tries=3)
def clipping(learner, rng):
    grads = [rng.normal(size=(2, 3)), 0.1 * rng.normal(size=4)]
    length = math.hypot(*(float(x) for g in grads for x in g.flat))
    for limit in (0.3 * length, 3 * length):
        got = learner.clip(grads, limit)
        factor = min(1.0, limit / length)
        assert_close(list(got), [g * factor for g in grads])
        assert_untouched(learner)
    assert_close(list(learner.clip([np.zeros(3)], 1.0)), [np.zeros(3)])


@case(
    "dropout acts in training, and nowhere else",
    X=array("N", "D"),
    p=number(0.1, 0.8),
    tries=3,
)
def drops(learner, rng, X, p):
    seed = int(rng.integers(1 << 31))
    got, _ = dropped(learner, X=X, p=p, seed=seed, train=True)
    u = np.random.default_rng(seed).random(X.shape)
    wanted = [x / (1 - p) if k >= p else 0.0 for x, k in zip(X.flat, u.flat)]
    assert_close(got, np.array(wanted).reshape(X.shape), what="in training")
    got, _ = dropped(learner, X=X, p=p, seed=seed, train=False)
    assert_close(got, X, what="outside training")
    p = float(u.flat[-1])
    got, _ = dropped(learner, X=X, p=p, seed=seed, train=True)
    last = X.flat[-1] / (1 - p)
    assert_close(got.flat[-1], last, what="an entry whose draw is exactly p")


@probe
def found(module):
    return getattr(module, "FOUND", None)


@case("FOUND names what each function had, or that it was sound")
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
