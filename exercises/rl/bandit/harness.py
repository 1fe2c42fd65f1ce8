"""Checks for rl/bandit. Oracle: plain means, bounds in loops, frequencies."""

import math

import numpy as np

from tutor.harness import (
    arguments_after,
    array,
    assert_close,
    assert_equal,
    assert_frequencies,
    assert_shape,
    built,
    case,
    probe,
    require,
    whole,
)

DRAWS = 800


@probe
def many(module, name, arguments, seed, draws):
    """Return how often each arm was chosen in so many calls, by number."""
    rng = np.random.default_rng(seed)
    counts = {}
    for _ in range(draws):
        arm = int(getattr(module, name)(*arguments, rng))
        counts[arm] = counts.get(arm, 0) + 1
    return counts


@probe
def chosen_by(module, name, arguments, seed, draws):
    """Return the arms of so many calls, in order."""
    rng = np.random.default_rng(seed)
    choose = getattr(module, name)
    return [choose(*arguments, rng) for _ in range(draws)]


@probe
def bounds_chosen(module, Q, N, c):
    """Return the arm that ucb takes for every row of Q and N."""
    rng = np.random.default_rng(0)
    return [module.ucb(q, n, c, rng) for q, n in zip(Q.copy(), N, strict=True)]


@probe
def mean_regret(module, means, c, steps, seed):
    """Return what UCB loses per pull on arms with noise."""
    noise = np.random.default_rng(seed)
    rng = np.random.default_rng(seed + 1)

    def pull(arm):
        return means[arm] + noise.normal(0, 0.3)

    def choose(Q, N):
        return module.ucb(Q, N, c, rng)

    arms, _ = module.play(pull, len(means), steps, choose)
    return float(np.mean(np.max(means) - means[np.asarray(arms)]))


def frequencies(learner, rng, name, arguments, shares, what):
    counts = many(
        learner,
        name=name,
        arguments=arguments,
        seed=seed(rng),
        draws=DRAWS,
    )
    for arm in counts:
        whole_arm(arm, len(shares), name)
    numbers = [counts.get(arm, 0) for arm in range(len(shares))]
    assert_frequencies(numbers, shares, what)


def seed(rng):
    return int(rng.integers(1 << 31))


def whole_arm(arm, count, what):
    fits = type(arm) is int or isinstance(arm, np.integer)
    require(
        fits and 0 <= arm < count,
        f"{what} must return the number of an arm, a whole number below "
        f"{count}",
        arm,
    )
    return int(arm)


@built("K")
def estimates(rng, sizes):
    """Estimates of which no two are equal."""
    return rng.permutation(sizes["K"]) / 2 - rng.uniform(0, 2)


@case("epsilon 0 takes the arm that looks best", Q=estimates)
def greedy(learner, Q):
    for arm in chosen_by(
        learner, name="epsilon_greedy", arguments=[Q, 0.0], seed=0, draws=5
    ):
        got = whole_arm(arm, len(Q), "epsilon_greedy")
        assert_equal(got, int(Q.argmax()), what="the arm")


@case("a share of epsilon goes to all arms alike, the best one included")
def explores(learner, rng):
    Q, epsilon = np.array([0.5, -1.0, 2.0, 1.9]), 0.6
    shares = np.full(4, epsilon / 4)
    shares[2] += 1 - epsilon
    frequencies(
        learner, rng, "epsilon_greedy", [Q, epsilon], shares, "the arms taken"
    )


@case("among arms that look equally good, chance decides")
def ties(learner, rng):
    Q = np.array([1.0, 3.0, -2.0, 3.0, 3.0])
    best = np.array([0, 1, 0, 1, 1]) / 3
    what = "the arms taken of three that tie"
    frequencies(learner, rng, "epsilon_greedy", [Q, 0.0], best, what)
    N = np.full(5, 4)
    frequencies(learner, rng, "ucb", [Q, N, 1.0], best, what + " under UCB")


@case("UCB first pulls arms that were never pulled, in any order")
def untried(learner, rng):
    Q = np.array([9.0, 0.0, 0.0, -5.0, 8.0])
    N = np.array([7, 0, 0, 1, 2])
    shares = np.array([0, 1, 1, 0, 0]) / 2
    what = "the arms taken while two are untried"
    frequencies(learner, rng, "ucb", [Q, N, 0.5], shares, what)
    nothing = np.zeros(3)
    shares = np.full(3, 1 / 3)
    frequencies(
        learner,
        rng,
        "ucb",
        [nothing, nothing.astype(int), 1.0],
        shares,
        "the first pulls",
    )


@case("UCB adds to each estimate a bonus for doubt")
def bonus(learner, rng):
    Q = rng.normal(0, 0.4, (80, 5))
    N = rng.integers(1, 40, Q.shape)
    tests = [(Q, N, c) for c in (0.0, 0.7, 1.5)]
    # Two arms whose bounds change places if t is off by one.
    n = np.array([[1, k] for k in (1, 2, 3, 4, 5) for _ in range(2)])
    gap = 1 - 1 / np.sqrt(n[:, 1])
    near = np.log(n.sum(1) + np.tile([0.4, -0.4], 5))
    q = np.stack([0 * gap, np.sqrt(near) * gap], axis=1)
    tests.append((q[2:], n[2:], 1.0))
    for Q, N, c in tests:
        arms = bounds_chosen(learner, Q=Q, N=N, c=c)
        for q, n, got in zip(Q.tolist(), N.tolist(), arms, strict=True):
            arm = whole_arm(got, len(q), "ucb")
            doubt = [math.sqrt(math.log(sum(n)) / k) for k in n]
            bound = [v + c * d for v, d in zip(q, doubt, strict=True)]
            best = bound.index(max(bound))
            require(
                bound[arm] >= max(bound) - 1e-9,
                f"with Q = {np.round(q, 3).tolist()}, N = {n} and c = {c} it "
                f"took arm {arm}, whose bound is {bound[arm]:.4f}; arm {best} "
                f"has {bound[best]:.4f}",
            )


@case(
    "an estimate is the mean of its own arm's rewards",
    rewards=array("T"),
    sizes={"T": (2, 9)},
    K=whole(1, 5),
)
def means(learner, rewards, K):
    Q, N = np.zeros(K), np.zeros(K, dtype=np.int64)
    gained = [[] for _ in range(K)]
    for t, reward in enumerate(rewards.tolist()):
        arm = (t * t) % K
        learner.update(Q, N, arm, reward)
        Q, N, *_ = arguments_after(learner)
        gained[arm].append(reward)
        counts = np.array([len(one) for one in gained])
        assert_close(N, counts, what="the counts N after update")
        truth = [math.fsum(one) / max(len(one), 1) for one in gained]
        assert_close(Q, np.array(truth), what="the estimates Q after update")


@case("play shows each choice all that was learned so far")
def learns(learner, rng):
    payout = rng.normal(size=(3, 8))
    order, seen, pulls = rng.integers(0, 3, 8).tolist(), [], []

    def choose(Q, N):
        seen.append((Q.copy(), N.copy()))
        return order[len(seen) - 1]

    def pull(arm):
        pulls.append(arm)
        return float(payout[arm, pulls.count(arm) - 1])

    result = learner.play(pull, 3, 8, choose)
    fits = type(result) in (tuple, list) and len(result) == 2
    require(fits, "play must return the arms and the rewards", result)
    assert_equal(pulls, order, what="the arms that were pulled")
    for t, (Q, N) in enumerate(seen):
        counts = [order[:t].count(arm) for arm in range(3)]
        truth = [
            math.fsum(payout[arm, :n]) / max(n, 1)
            for arm, n in enumerate(counts)
        ]
        because = f"Before pull {t + 1}, choose got something else than "
        assert_close(
            N,
            np.array(counts),
            dtype="int64",
            what="the counts",
            because=because + "the counts.",
        )
        assert_close(Q, np.array(truth), because=because + "the means.")
    arms, rewards = result
    assert_shape(arms, (8,), "the arms")
    assert_close(arms.astype(float), np.array(order, float), what="the arms")
    taken = [payout[a, order[:t].count(a)] for t, a in enumerate(order)]
    assert_close(rewards, np.array(taken), what="the rewards")


@case("the same generator makes the same choices")
def repeatable(learner, rng):
    Q, N = np.zeros(6), np.full(6, 2)
    for name, arguments in (
        ("epsilon_greedy", [Q, 0.5]),
        ("ucb", [Q, N, 1.0]),
    ):
        one, other = (
            chosen_by(
                learner, name=name, arguments=arguments, seed=5, draws=30
            )
            for _ in range(2)
        )
        require(
            one == other,
            f"{name} chose differently when the same generator was passed "
            "again: draw from `rng` alone",
        )


@case("the longer UCB plays, the less it loses per pull")
def regret(learner, rng):
    means, number = np.array([0.2, 0.9, 0.5, 0.0]), seed(rng)
    early = mean_regret(learner, means=means, c=0.5, steps=30, seed=number)
    late = mean_regret(learner, means=means, c=0.5, steps=500, seed=number)
    require(
        late < 0.6 * early,
        f"over 30 pulls it lost {early:.3f} per pull, over 500 pulls "
        f"{late:.3f}: it does not settle on the best arm",
    )
