"""Checks for optim/dropout_tester: implementations, right and wrong by design."""

import numpy as np

from tutor.harness import CheckFailed, case, probe, require


@probe
def verdicts(module, name, seeds):  # noqa: C901, a list of suspects
    """Return what trust says of one implementation, for each seed."""

    def standard(X, p, rng, train):
        keep = rng.random(X.shape) >= p
        return X * keep / (1 - p) if train else X.copy()

    def binomial(X, p, rng, train):
        if not train:
            return X + 0.0
        return X * rng.binomial(1, 1 - p, X.shape) / (1 - p)

    def backwards(X, p, rng, train):
        draws = rng.uniform(0, 1, X.size)[::-1].reshape(X.shape)
        return np.where(draws < p, 0, X / (1 - p)) if train else X

    def identity(X, p, rng, train):
        return X.copy()

    def no_rescale(X, p, rng, train):
        return X * (rng.random(X.shape) >= p) if train else X.copy()

    def p_is_keep(X, p, rng, train):
        return X * (rng.random(X.shape) < p) / p if train else X.copy()

    def keep_share_only(X, p, rng, train):
        keep = rng.random(X.shape) < p
        return X * keep / (1 - p) if train else X.copy()

    def active_in_eval(X, p, rng, train):
        return standard(X, p, rng, True)

    def shrinks_in_eval(X, p, rng, train):
        return standard(X, p, rng, train) if train else X * (1 - p)

    def noise(X, p, rng, train):
        spread = np.sqrt(p / (1 - p))
        return X * rng.normal(1, spread, X.shape) if train else X.copy()

    def share_of_survivors(X, p, rng, train):
        keep = rng.random(X.shape) >= p
        return X * keep / keep.mean() if train else X.copy()

    def rows_alike(X, p, rng, train):
        draws = rng.random((-(-len(X) // 10), X.shape[1]))
        keep = np.repeat(draws, 10, axis=0)[: len(X)] >= p
        return X * keep / (1 - p) if train else X.copy()

    def columns_alike(X, p, rng, train):
        draws = rng.random((len(X), -(-X.shape[1] // 10)))
        keep = np.repeat(draws, 10, axis=1)[:, : X.shape[1]] >= p
        return X * keep / (1 - p) if train else X.copy()

    def same_every_call(X, p, rng, train):
        keep = np.random.default_rng(0).random(X.shape) >= p
        return X * keep / (1 - p) if train else X.copy()

    def in_place(X, p, rng, train):
        if train:
            X *= rng.random(X.shape) >= p
            X /= 1 - p
        return X.copy()

    def rounds_in_place(X, p, rng, train):
        np.round(X, 3, out=X)
        return standard(X, p, rng, train)

    def too_few(X, p, rng, train):
        keep = rng.random(X.shape) >= p / 2
        return X * keep / (1 - p) if train else X.copy()

    wanted = locals()[name]
    calls, answers = [], []

    def counted(X, p, rng, train):
        calls.append(np.size(X))
        return wanted(X, p, rng, train)

    for seed in seeds:
        del calls[:]
        answers.append(module.trust(counted, np.random.default_rng(seed)))
        if len(calls) > 40 or max(calls, default=0) > 20_000:
            return "too much"
    return answers


def judge(learner, rng, expected, count, **suspects):
    for name, what in suspects.items():
        seeds = rng.integers(1 << 31, size=count).tolist()
        got = verdicts(learner, name=name, seeds=seeds)
        require(
            got != "too much",
            "trust calls dropout more than 40 times, or with more than 20,000 "
            "entries",
        )
        for verdict in got:
            if type(verdict) not in (bool, np.bool_):
                kind = type(verdict).__name__
                raise CheckFailed(
                    f"trust must return True or False, not {kind}"
                )
        wrong = sum(bool(v) is not expected for v in got)
        fault = "accepted" if not expected else "rejected"
        require(
            not wrong,
            f"your test {fault} {what} (for {wrong} of {count} seeds)",
        )


@case("right implementations are accepted, for every seed")
def right(learner, rng):
    judge(
        learner,
        rng,
        True,
        8,
        standard="a right implementation",
        binomial="a right implementation that draws with rng.binomial",
        backwards="a right implementation that draws from the last entry "
        "to the first",
    )


@case("outside training nothing may happen")
def mode(learner, rng):
    judge(
        learner,
        rng,
        False,
        2,
        active_in_eval="one that drops outside training too",
        shrinks_in_eval="one that multiplies by 1 - p outside training",
    )


@case("in training entries must be dropped")
def acts(learner, rng):
    judge(learner, rng, False, 2, identity="one that never drops anything")


@case("survivors must be divided by 1 - p, exactly")
def sizes(learner, rng):
    judge(
        learner,
        rng,
        False,
        3,
        no_rescale="one that leaves the survivors as they are",
        share_of_survivors="one that divides by the share that happened to "
        "survive",
        noise="one that multiplies by normal noise of the same mean and spread",
    )


@case("the chance must be p, not 1 - p")
def chance(learner, rng):
    judge(
        learner,
        rng,
        False,
        2,
        p_is_keep="one that takes p for the chance to survive",
        keep_share_only="one that keeps with chance p and divides by 1 - p",
        too_few="one that drops with chance p / 2 and divides by 1 - p",
    )


@case("rows must not share a mask")
def rows(learner, rng):
    judge(
        learner,
        rng,
        False,
        3,
        rows_alike="one whose mask is the same in ten neighbouring rows",
    )


@case("columns must not share a mask")
def columns(learner, rng):
    judge(
        learner,
        rng,
        False,
        3,
        columns_alike="one that drops ten neighbouring columns at once",
    )


@case("calls must not share a mask")
def calls(learner, rng):
    judge(
        learner,
        rng,
        False,
        3,
        same_every_call="one that draws the same mask at every call",
    )


@case("the input must survive")
def in_place(learner, rng):
    judge(
        learner,
        rng,
        False,
        2,
        in_place="one that writes its zeros into X",
        rounds_in_place="one that rounds X in place before it begins",
    )
