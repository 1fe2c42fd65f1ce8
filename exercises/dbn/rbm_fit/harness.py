"""Checks for dbn/rbm_fit. Oracle: loops with the same uniforms; exact likelihoods."""

import itertools
import math

import numpy as np

from tutor.datasets import digits
from tutor.harness import (
    array,
    assert_close,
    assert_shape,
    case,
    number,
    one_of,
    probe,
    require,
    uniform,
    whole,
)

KEYS = ("W", "b", "c", "vW", "vb", "vc", "chain")


@probe
def step(module, state, v, seed, options):
    """Return the new state, and whether everything given stayed."""
    kept = {name: value.copy() for name, value in state.items()}
    rows = v.copy()
    got = module.rbm_step(state, v, np.random.default_rng(seed), **options)
    same = set(kept) == set(state) and np.array_equal(rows, v)
    same = same and all(np.array_equal(kept[x], state[x]) for x in kept)
    return got, same


@probe(chancy=True)
def fit(module, X, hidden, seed, options):
    return module.rbm_fit(X, hidden, np.random.default_rng(seed), **options)


@probe
def biases(module, X, hidden, seed):
    """Return the biases at the start, on which chance has no say."""
    _, b, c = module.rbm_fit(X, hidden, np.random.default_rng(seed), epochs=0)
    return b, c


@probe(chancy=True)
def watched(module, X, options):
    """Return what rbm_step was given at each call, by name."""
    calls, real = [], module.rbm_step
    order = ("state", "v", "rng", "rate", "momentum", "decay", "k")
    order = (*order, "persistent")

    def spy(*args, **named):
        values = dict(zip(order, args, strict=False)) | named
        state = {k: np.array(x) for k, x in values.pop("state").items()}
        values.pop("rng")
        values["v"] = np.array(values["v"])
        calls.append(values | ({} if calls else {"state": state}))
        return real(*args, **named)

    module.rbm_step = spy
    try:
        module.rbm_fit(X, 2, np.random.default_rng(0), **options)
    finally:
        module.rbm_step = real
    return calls


def squash(x):
    return np.vectorize(lambda t: 1 / (1 + math.exp(-t)))(x)


def by_hand(state, v, seed, rate, momentum, decay, k, persistent):
    rng = np.random.default_rng(seed)
    W, b, c = state["W"], state["b"], state["c"]
    D, H = W.shape
    x = state["chain"] if persistent else v
    for _ in range(k):
        h = rng.random((len(x), H)) < squash(x @ W + c)
        x = rng.random((len(x), D)) < squash(h @ W.T + b)
        x = x.astype(float)
    grads = {"W": np.zeros((D, H)), "b": np.zeros(D), "c": np.zeros(H)}
    for sign, rows in ((1, v), (-1, x)):
        for row in rows:
            p = squash(row @ W + c)
            share = sign / len(rows)
            grads["W"] += share * np.outer(row, p)
            grads["b"] += share * row
            grads["c"] += share * p
    grads["W"] -= decay * W
    after = {"chain": x if persistent else state["chain"]}
    for name, grad in grads.items():
        after["v" + name] = momentum * state["v" + name] + rate * grad
        after[name] = state[name] + after["v" + name]
    return after


@case(
    "one update: chain, phases, velocities, parameters",
    v=array("N", "D", of=uniform(0, 1)),
    W=array("D", "H"),
    b=array("D"),
    c=array("H"),
    vW=array("D", "H"),
    vb=array("D"),
    vc=array("H"),
    u=array("M", "D"),
    seed=whole(0, 10**6),
    rate=number(0.05, 0.5),
    momentum=number(0.3, 0.9),
    decay=number(0.05, 0.3),
    k=one_of(1, 2, 3),
    persistent=one_of(False, True),
    sizes={"N": (2, 5), "M": (2, 5), "D": (2, 5), "H": (2, 5)},
    tries=10,
)
def one_update(
    learner,
    v,
    W,
    b,
    c,
    vW,
    vb,
    vc,
    u,
    seed,
    rate,
    momentum,
    decay,
    k,
    persistent,
):
    chain = (u > 0).astype(float)
    state = {"W": W, "b": b, "c": c, "vW": vW, "vb": vb, "vc": vc}
    state["chain"] = chain
    options = {"rate": rate, "momentum": momentum, "decay": decay}
    options |= {"k": k, "persistent": persistent}
    got, same = step(learner, state=state, v=v, seed=seed, options=options)
    require(
        type(got) is dict and set(got) == set(KEYS),
        "rbm_step must return a dict with the keys " + ", ".join(KEYS) + ".",
    )
    expected = by_hand(state, v, seed, **options)
    for name in KEYS:
        assert_close(got[name], expected[name], what=f'state["{name}"]')
    require(same, "the state or the mini-batch was changed in place.")


def parameters(got, D, H):
    require(
        type(got) is tuple and len(got) == 3,
        "rbm_fit must return a tuple (W, b, c).",
    )
    for part, shape, name in zip(
        got, ((D, H), (D,), (H,)), "Wbc", strict=True
    ):
        assert_shape(part, shape, name)
    return got


@case("the start: small weights, log-odds of the means", tries=2)
def start(learner, rng):
    X = rng.random((40, 6)) * np.array([0.0, 0.2, 0.4, 0.6, 0.8, 1.0])
    X[:, 5] = 1.0
    seed = int(rng.integers(1 << 30))
    got = fit(learner, X=X, hidden=150, seed=seed, options={"epochs": 0})
    W, _, _ = parameters(got, 6, 150)
    # 900 draws: their deviation is known to about 2.4 %.
    spread = float(np.std(W))
    require(
        0.008 < spread < 0.012,
        f"the weights start with a deviation of {spread:.3g}, not of 0.01.",
    )
    b, c = biases(learner, X=X, hidden=150, seed=seed)
    assert_close(c, np.zeros(150), what="the hidden biases at the start")
    means = [min(max(float(x), 0.01), 0.99) for x in X.mean(axis=0)]
    odds = np.array([math.log(m / (1 - m)) for m in means])
    assert_close(b, odds, what="the visible biases at the start")


@case(
    "every epoch visits every row once, in batches, with its momentum", tries=1
)
def visits(learner, rng):
    X = np.round(rng.random((21, 3)), 6)
    calls = watched(learner, X=X, options={"epochs": 7, "batch": 5})
    require(
        len(calls) == 35,
        f"7 epochs of 21 rows in batches of 5 make 35 calls of rbm_step, not "
        f"{len(calls)}.",
    )
    early, late = calls[0]["momentum"], calls[-1]["momentum"]
    require(early == 0.5, f"the momentum begins at {early}, not at 0.5.")
    require(late == 0.9, f"the momentum ends at {late}, not at 0.9.")
    whole_set, orders = sorted(map(tuple, X.tolist())), []
    for epoch in range(7):
        mine = calls[5 * epoch : 5 * epoch + 5]
        rows = np.concatenate([call["v"] for call in mine])
        require(
            sorted(map(tuple, rows.tolist())) == whole_set,
            f"epoch {epoch + 1} does not show every row once.",
        )
        sizes = [len(call["v"]) for call in mine]
        require(sizes == [5, 5, 5, 5, 1], "batches must have 5 rows each.")
        orders.append(rows.tolist())
        want = 0.5 if epoch < 5 else 0.9
        require(
            all(call["momentum"] == want for call in mine),
            f"in epoch {epoch + 1} the momentum should "
            f"{'still' if epoch < 5 else 'already'} be {want}.",
        )
    require(
        any(rows != X.tolist() for rows in orders),
        "every epoch takes the rows in the order of the data.",
    )
    require(orders[0] != orders[1], "two epochs had the same order of rows.")


@case("without options: 20 epochs, batches of 50, and a first state", tries=1)
def defaults(learner, rng):
    calls = watched(learner, X=np.round(rng.random((60, 4)), 6), options={})
    found = [len(call["v"]) for call in calls]
    require(
        found == [50, 10] * 20,
        "60 rows with the options left out make 20 epochs of batches of 50 "
        f"and 10 rows; there were {len(calls)} calls of rbm_step.",
    )
    named = {"rate": 0.1, "decay": 0.0002, "k": 1, "persistent": False}
    for name, value in named.items():
        require(
            all(call[name] == value for call in calls),
            f"{name} should be {value} where it is left out.",
        )
    state = calls[0]["state"]
    for name, shape in (("vW", (4, 2)), ("vb", (4,)), ("vc", (2,))):
        assert_close(state[name], np.zeros(shape), what=f'the first "{name}"')
    chain = state["chain"]
    assert_shape(chain, (50, 4), 'the first "chain"')
    require(
        chain.dtype == np.float64
        and set(chain.ravel().tolist()) == {0.0, 1.0},
        'the first "chain" must hold random zeros and ones, as floats.',
    )


@case("the first chain is random, and no copy of the data", tries=1)
def first_chain(learner, rng):
    X = np.round(rng.random((60, 12)))
    state = watched(learner, X=X, options={"epochs": 1})[0]["state"]
    rows = set(map(tuple, X.tolist()))
    known = sum(row in rows for row in map(tuple, state["chain"].tolist()))
    require(
        known < 20,
        f'{known} of the 50 rows of the first "chain" are rows of the data; '
        "it begins at random.",
    )


@case("the same generator gives the same machine, another another", tries=1)
def seeds(learner, rng):
    X = np.round(rng.random((60, 5)))
    options = {"epochs": 2, "batch": 20, "persistent": True}
    one, again, other = (
        parameters(fit(learner, X=X, hidden=4, seed=s, options=options), 5, 4)[
            0
        ]
        for s in (7, 7, 8)
    )
    assert_close(again, one, because="Two runs with one seed differ.")
    require(
        np.abs(other - one).max() > 1e-6,
        "two generators gave the same machine.",
    )


@case("600 digits are reconstructed", tries=1)
def reconstruction(learner, rng, report):
    X = digits().images[:600].reshape(-1, 64) / 16
    seed = int(rng.integers(1 << 30))
    got = fit(learner, X=X, hidden=50, seed=seed, options={"epochs": 12})
    W, b, c = parameters(got, 64, 50)
    with np.errstate(over="ignore"):
        p = 1 / (1 + np.exp(-(X @ W + c)))
        back = 1 / (1 + np.exp(-(p @ W.T + b)))
    error = float(((X - back) ** 2).sum(axis=1).mean())
    report.at_most("squared reconstruction error per image", error, 3.6)


def bars_and_stripes():
    found = set()
    for bits in itertools.product((0.0, 1.0), repeat=3):
        grid = np.tile(bits, (3, 1))
        found |= {tuple(grid.ravel()), tuple(grid.T.ravel())}
    return np.array(sorted(found))


def mean_log_likelihood(data, W, b, c):
    every = np.array(list(itertools.product((0.0, 1.0), repeat=len(b))))

    def weight(v):
        return v @ b + np.logaddexp(0, v @ W + c).sum(axis=1)

    return float(weight(data).mean() - np.logaddexp.reduce(weight(every)))


@case("the exact likelihood of bars and stripes rises", tries=1)
def likelihood(learner, rng, report):
    data = bars_and_stripes()
    X = data.repeat(20, axis=0)
    seed = int(rng.integers(1 << 30))
    options = {"epochs": 40, "batch": 14, "decay": 0.0}
    got = fit(learner, X=X, hidden=6, seed=seed, options=options)
    found = mean_log_likelihood(data, *parameters(got, 9, 6))
    report.at_least("mean log-likelihood", found, -4.8)
