"""Checks for dbn/cf_rbm. Oracle: user by user and film by film; means of ratings."""

import math

import numpy as np

from tutor.harness import (
    array,
    assert_close,
    assert_untouched,
    built,
    case,
    probe,
    require,
    whole,
)


@probe
def cd1(module, R, W, b, c, seed):
    kept = [x.copy() for x in (R, W, b, c)]
    got = module.cf_cd1(R, W, b, c, np.random.default_rng(seed))
    return got, all(map(np.array_equal, kept, (R, W, b, c)))


@probe(chancy=True)
def fit(module, R, hidden, seed, options):
    return module.cf_fit(R, hidden, np.random.default_rng(seed), **options)


@probe
def biases(module, R, hidden):
    """Return the biases at the start, on which chance has no say."""
    rng = np.random.default_rng(0)
    return module.cf_fit(R, hidden, rng, epochs=0, rate=0.1, batch=10)[1:]


@probe(chancy=True)
def guesses(module, R, hidden, seed, options):
    """Return what a machine trained on the table predicts for it."""
    rng = np.random.default_rng(seed)
    return module.predict(R, *module.cf_fit(R, hidden, rng, **options))


@probe(chancy=True)
def watched(module, R, options):
    """Return what cf_cd1 was given and gave, call by call, and the last result."""
    calls, real = [], module.cf_cd1

    def spy(R, W, b, c, rng):
        got = real(R, W, b, c, rng)
        before = [np.array(x) for x in (W, b, c)]
        calls.append([np.array(R), before, [np.array(x) for x in got]])
        return got

    module.cf_cd1 = spy
    try:
        rng = np.random.default_rng(0)
        last = module.cf_fit(R, 2, rng, **options)
    finally:
        module.cf_cd1 = real
    return calls, last


def squash(x):
    return 1 / (1 + math.exp(-x)) if x > -700 else 0.0


def shares(z):
    top = max(z)
    e = [math.exp(t - top) for t in z]
    return np.array(e) / math.fsum(e)


def hidden(V, W, c):
    """Return hidden probabilities of one user; V (M, 5)."""
    return np.array(
        [squash(float((V * W[:, :, j]).sum()) + c[j]) for j in range(len(c))]
    )


def chosen(stars):
    V = np.zeros((len(stars), 5))
    for m, k in enumerate(stars):
        if k:
            V[m, k - 1] = 1.0
    return V


def levels(h, W, b):
    return np.array([shares(b[m] + W[m] @ h) for m in range(len(b))])


@built("N", "M")
def table(rng, sizes):
    R = rng.integers(1, 6, (sizes["N"], sizes["M"]))
    return R * (rng.random(R.shape) < 0.6)


SIZES = {"N": (2, 5), "M": (2, 5), "H": (2, 4)}
MACHINE = {
    "W": array("M", 5, "H"),
    "b": array("M", 5),
    "c": array("H"),
    "sizes": SIZES,
    "tries": 6,
}


@case("hidden units hear of rated films only", R=table, **MACHINE)
def going_up(learner, R, W, b, c):
    expected = [hidden(chosen(stars), W, c) for stars in R]
    assert_close(learner.hidden_given_ratings(R, W, c), np.array(expected))
    assert_untouched(learner)


@case("five probabilities per film", h=array("N", "H"), **MACHINE)
def going_down(learner, h, W, b, c):
    expected = [levels(one, W, b) for one in h]
    assert_close(learner.levels_given_hidden(h, W, b), np.array(expected))
    assert_untouched(learner)


@case("inputs of ±1000 do not overflow", tries=1)
def large(learner, rng):
    W = 1000.0 * rng.choice([-1.0, 1.0], (3, 5, 2))
    b = 10 * rng.normal(size=(3, 5))
    expected = [levels(np.ones(2), W, b)]
    got = learner.levels_given_hidden(np.ones((1, 2)), W, b)
    assert_close(got, np.array(expected))


@case("expected stars", R=table, **MACHINE)
def expectation(learner, R, W, b, c):
    expected = [
        levels(hidden(chosen(stars), W, c), W, b) @ [1, 2, 3, 4, 5]
        for stars in R
    ]
    assert_close(learner.predict(R, W, b, c), np.array(expected))
    assert_untouched(learner)


@case(
    "the gradient: data minus dream, per film over its raters",
    R=table,
    seed=whole(0, 10**6),
    **MACHINE,
)
def gradient(learner, R, W, b, c, seed):
    R = R.copy()
    R[:, 0] = 0
    got, same = cd1(learner, R=R, W=W, b=b, c=c, seed=seed)
    u = np.random.default_rng(seed).random((len(R), len(c)))
    dW, db, dc = np.zeros_like(W), np.zeros_like(b), np.zeros_like(c)
    for n, stars in enumerate(R):
        V = chosen(stars)
        p = hidden(V, W, c)
        dream = levels((u[n] < p).astype(float), W, b)
        dream[stars == 0] = 0
        q = hidden(dream, W, c)
        for m in np.flatnonzero(stars):
            share = 1 / np.count_nonzero(R[:, m])
            dW[m] += share * (np.outer(V[m], p) - np.outer(dream[m], q))
            db[m] += share * (V[m] - dream[m])
        dc += (p - q) / len(R)
    require(
        type(got) is tuple and len(got) == 3,
        "cf_cd1 must return a tuple (dW, db, dc).",
    )
    names = ("dW", "db", "dc")
    for one, other, name in zip(got, (dW, db, dc), names, strict=True):
        assert_close(one, other, what=name)
    require(same, "an argument was changed in place.")


@case("the start: log-frequencies and small weights", tries=2)
def start(learner, rng):
    R = rng.integers(0, 6, (30, 20))
    options = {"epochs": 0, "rate": 0.1, "batch": 10}
    got = fit(learner, R=R, hidden=12, seed=3, options=options)
    require(
        type(got) is tuple and len(got) == 3, "cf_fit must return (W, b, c)."
    )
    W = got[0]
    b, c = biases(learner, R=R, hidden=12)
    expected = [
        [
            math.log(
                (1 + int((R[:, m] == k).sum()))
                / (5 + int((R[:, m] > 0).sum()))
            )
            for k in range(1, 6)
        ]
        for m in range(20)
    ]
    assert_close(b, np.array(expected), what="b at the start")
    assert_close(c, np.zeros(12), what="c at the start")
    require(np.shape(W) == (20, 5, 12), "W must have shape (M, 5, hidden).")
    # 1,200 draws: their deviation is known to about 2 %.
    require(
        0.008 < float(np.std(W)) < 0.012,
        f"the weights start with deviation {float(np.std(W)):.3g}, not 0.01.",
    )


@case("every epoch visits all users once, and every batch is a step", tries=1)
def visits(learner, rng):
    R = rng.integers(0, 6, (9, 7))
    options = {"epochs": 3, "rate": 0.3, "batch": 4}
    calls, last = watched(learner, R=R, options=options)
    require(
        [len(rows) for rows, _, _ in calls] == [4, 4, 1] * 3,
        "3 epochs of 9 users in batches of 4 make 9 calls of cf_cd1, with "
        "4, 4 and 1 users in turn.",
    )
    every, orders = sorted(map(tuple, R.tolist())), []
    for epoch in range(3):
        rows = [
            tuple(r)
            for part, _, _ in calls[3 * epoch : 3 * epoch + 3]
            for r in part.tolist()
        ]
        require(
            sorted(rows) == every,
            f"epoch {epoch + 1} does not visit all users once.",
        )
        orders.append(rows)
    require(
        any(rows != list(map(tuple, R.tolist())) for rows in orders),
        "every epoch visits the users in the order of the table.",
    )
    require(orders[0] != orders[1], "two epochs had the same order.")
    after = [*(before for _, before, _ in calls[1:]), list(last)]
    for (rows, before, steps), then in zip(calls, after, strict=True):
        size = 0.3
        for old, change, new, name in zip(
            before, steps, then, "Wbc", strict=True
        ):
            require(
                not np.array_equal(new, old) or not np.any(change),
                f"{name} stays as it was after a step.",
            )
            assert_close(new, old + size * change, what=f"{name} after a step")


@case("all that is random comes from the generator", tries=1)
def seeds(learner, rng):
    R = rng.integers(0, 6, (30, 6))
    options = {"epochs": 2, "rate": 0.1, "batch": 10}
    one, again, other = (
        fit(learner, R=R, hidden=3, seed=s, options=options)[0]
        for s in (7, 7, 8)
    )
    assert_close(again, one, because="Two runs with one seed differ.")
    require(
        np.abs(other - one).max() > 1e-6,
        "two generators gave the same machine.",
    )


def made_up(rng):
    """Return ratings (300, 40) from hidden tastes, and which are known."""
    tastes, kinds = rng.normal(size=(300, 3)), rng.normal(size=(40, 3))
    liking = rng.normal(0, 0.5, 40) + 0.9 * tastes @ kinds.T / math.sqrt(3)
    noisy = 3.2 + liking + rng.normal(0, 0.5, liking.shape)
    R = np.clip(np.round(noisy), 1, 5).astype(np.int64)
    return R, rng.random(R.shape) < 1 / 3


def by_means(R, known):
    """Return film means plus what each user gives above them, shrunk."""
    overall = R[known].mean()
    film = ((R - overall) * known).sum(axis=0) / (known.sum(axis=0) + 5)
    rest = (R - overall - film) * known
    user = rest.sum(axis=1) / (known.sum(axis=1) + 5)
    return np.clip(overall + film + user[:, None], 1, 5)


@case("held-out ratings are predicted better than by means", tries=1)
def gate(learner, rng, report):
    R, known = made_up(rng)
    shown = R * known
    options = {"epochs": 60, "rate": 0.05, "batch": 20}
    seed = int(rng.integers(1 << 30))
    guess = guesses(learner, R=shown, hidden=10, seed=seed, options=options)

    def rmse(x):
        return float(np.sqrt(((x - R)[~known] ** 2).mean()))

    plain = rmse(by_means(R, known))
    report.metric("RMSE of user and film means", plain)
    report.metric("RMSE", rmse(guess))
    lead = plain - rmse(guess)
    report.at_least("lead over user and film means", lead, 0.08)
