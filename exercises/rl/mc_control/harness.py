"""Checks for rl/mc_control. Oracle: the diary of the world; exact odds."""

import math
from functools import cache, lru_cache

import numpy as np

from tutor.harness import (
    assert_close,
    assert_equal,
    assert_frequencies,
    assert_untouched,
    case,
    number,
    probe,
    require,
    whole,
)

HANDS = 8000
WORTH = -0.13
ACTIONS = 3
PASSED = set()
"""Which cases of the running check have passed: the long one waits for them."""


@probe
def learned(module, table, starts, limit, episodes, gamma, schedule, seed):
    """Return Q as a list, what the world saw, and what epsilon was asked."""
    from tutor.envs.gridworlds import TableEnv

    env, asked = TableEnv(table, starts, limit, seed), []
    plain = env.reset

    def reset(**given):
        if given.get("seed") is not None:
            env.faults.append("reset with a seed")
        return plain(**given)

    env.reset = reset

    def epsilon(k):
        asked.append(int(k))
        return schedule[k]

    rng = np.random.default_rng(seed + 1)
    Q = module.mc_control(env, episodes, gamma, epsilon, rng)
    pairs = [(int(s), np.asarray(row, float)) for s, row in Q.items()]
    return pairs, env.diary, env.faults, asked


@probe(chancy=True)
def blackjack(module, hands, seed):
    """Return the learned action for each hand, as [state, action]."""
    import gymnasium as gym

    from tutor import track

    env = gym.make("Blackjack-v1", sab=True, disable_env_checker=True)
    env.reset(seed=seed)
    env, rng = track.env(env, every=200), np.random.default_rng(seed)
    Q = module.mc_control(env, hands, 1.0, lambda k: 0.3, rng)
    return [
        ([int(part) for part in np.ravel(state)], int(np.argmax(values)))
        for state, values in Q.items()
    ]


def world(rng, states=4):
    """A small world in which pairs are visited again and again."""
    return [
        [
            [
                (
                    share,
                    int(rng.integers(states)),
                    float(rng.integers(-4, 5)),
                    bool(ends),
                )
                for share, ends in ((0.3, True), (0.5, False), (0.2, False))
            ]
            for _ in range(ACTIONS)
        ]
        for _ in range(states)
    ]


def first_returns(episode, gamma):
    """Return {(state, action): return} by the definition, each tail summed."""
    found, rewards = {}, [step[2] for step in episode]
    for t, step in enumerate(episode):
        pair = step[:2]
        if pair not in found:
            found[pair] = math.fsum(
                r * gamma**k for k, r in enumerate(rewards[t:])
            )
    return found


def run(learner, rng, episodes, gamma, schedule, limit=0):
    """Let the learner play; return Q, diary, faults and the episodes asked."""
    got = learned(
        learner,
        table=world(rng),
        starts=[0, 1],
        limit=limit,
        episodes=episodes,
        gamma=gamma,
        schedule=schedule,
        seed=int(rng.integers(1 << 30)),
    )
    return got


def assert_means(learner, pairs, diary, gamma):
    """Fail unless Q holds the means of all first-visit returns.

    How it drew does not matter where that is so, or where the slip is told.
    """
    returns = {}
    for episode in diary:
        for pair, value in first_returns(episode, gamma).items():
            returns.setdefault(pair, []).append(value)
    Q = dict(pairs)
    seen = sorted({state for state, _ in returns})
    learner.left_to_chance(bool(told(Q, diary, gamma)))
    assert_equal(sorted(Q), seen, what="the states in Q")
    for state in seen:
        truth = [
            math.fsum(returns.get((state, a), [0.0]))
            / len(returns.get((state, a), [0.0]))
            for a in range(ACTIONS)
        ]
        because = "" if np.allclose(Q[state], truth) else told(Q, diary, gamma)
        what = f"Q of state {state}"
        assert_close(Q[state], np.array(truth), what=what, because=because)
    learner.left_to_chance()


def told(Q, diary, gamma):
    """Return what a wrong Q has come from, if that can be told."""
    if any(np.shape(row) != (ACTIONS,) for row in Q.values()):
        return ""
    kinds = {name: {} for name in SLIPS}
    for episode in diary:
        future, later = 0.0, []
        for state, action, reward, after, _, _ in reversed(episode):
            future = reward + gamma * future
            later.append(((state, action), reward, (after, action), future))
        for kind in kinds:
            seen = {}
            for pair, reward, moved, value in reversed(later):
                key = moved if kind == "moved" else pair
                found = reward if kind == "reward" else value
                if kind == "total":
                    found = later[-1][3]
                if kind == "every" or kind == "last" or key not in seen:
                    kept = seen.get(key, []) if kind == "every" else []
                    seen[key] = [*kept, found]
            for key, values in seen.items():
                kinds[kind].setdefault(key, []).extend(values)
    for kind, returns in kinds.items():
        if all(
            np.isclose(row[a], np.mean(returns.get((s, a), [0.0])))
            for s, row in Q.items()
            for a in range(ACTIONS)
        ):
            return SLIPS[kind]
    return ""


SLIPS = {
    "every": "Q holds the mean of the returns after every visit; only the "
    "first visit of a pair in an episode counts.",
    "last": "Q holds the mean of the returns after the last visits of the "
    "episodes; the first visit of a pair counts.",
    "total": "Q holds means of the return of the whole episode. What came "
    "before the visit is none of its merit.",
    "reward": "Q holds means of the reward of a single step, not of the "
    "return from there on.",
    "moved": "Q belongs to the states that were reached, not to those in "
    "which the actions were taken.",
}


@case(
    "each pair gets the return after its first visit",
    steps=whole(1, 9),
    gamma=number(0.2, 1.0),
)
def visits(learner, rng, steps, gamma):
    PASSED.clear()
    states = rng.integers(0, 3, steps).tolist()
    names = [(12, 5, True), "start", 7]
    episode = [
        (names[s], int(rng.integers(2)), float(rng.normal())) for s in states
    ]
    got = learner.first_visits(episode, gamma)
    expected = [
        (*pair, value) for pair, value in first_returns(episode, gamma).items()
    ]
    require(type(got) is list, "first_visits must return a list", got)
    require(
        len(got) <= len(expected),
        "a pair that occurs again must not be listed again: only its first "
        "visit counts",
        got,
    )
    assert_equal(
        [tuple(one)[:2] for one in got],
        [one[:2] for one in expected],
        what="the pairs, in order of first visits",
    )
    assert_close(
        np.array([float(one[2]) for one in got]),
        np.array([one[2] for one in expected]),
        what="the returns",
        because=after_last(episode, gamma, got),
    )
    assert_untouched(learner)
    PASSED.add("visits")


def after_last(episode, gamma, got):
    """Return a sentence if these are the returns after the last visits."""
    values = {}
    for t, (state, action, _) in enumerate(episode):
        values[state, action] = math.fsum(
            step[2] * gamma**k for k, step in enumerate(episode[t:])
        )
    if not np.allclose([one[2] for one in got], list(values.values())):
        return ""
    first = list(first_returns(episode, gamma).values())
    if np.allclose(first, list(values.values())):
        return ""
    return "These are the returns after the last visits; the first counts."


@case("Q holds the mean of all returns after first visits")
def means(learner, rng):
    for gamma in (1.0, 0.7):
        pairs, diary, *_ = run(learner, rng, 40, gamma, [1.0] * 40)
        assert_means(learner, pairs, diary, gamma)
    PASSED.add("means")


@case("it plays as many episodes as asked, each to its end")
def manners(learner, rng):
    _, diary, faults, asked = run(learner, rng, 25, 0.9, [0.5] * 25)
    learner.left_to_chance()
    require(not faults, f"the world was given a {'; '.join(faults[:1])}")
    assert_equal(len(diary), 25, what="the number of episodes")
    whole_ones = [bool(e) and (e[-1][4] or e[-1][5]) for e in diary]
    require(all(whole_ones), "an episode was left before its end")
    # If it is never asked, the actions of the next cases will tell.
    require(
        not asked or sorted(set(asked)) == list(range(25)),
        "epsilon must be asked for every episode, by its number from 0; in "
        "25 episodes it was asked for these:",
        sorted(set(asked)),
    )
    PASSED.add("manners")


@case("a time limit ends the episode as well, and its returns count")
def limited(learner, rng):
    pairs, diary, faults, _ = run(learner, rng, 30, 0.9, [1.0] * 30, limit=3)
    require(not faults, f"the world was given a {'; '.join(faults[:1])}")
    assert_means(learner, pairs, diary, 0.9)
    PASSED.add("limited")


@case("without exploration it takes a best action, and judges after the end")
def greedy(learner, rng):
    require("means" in PASSED, "this waits until Q holds the right means")
    schedule = [1.0] * 6 + [0.0] * 24
    _, diary, _, _ = run(learner, rng, 30, 0.9, schedule)
    learner.left_to_chance(len(PASSED) < 4)
    returns = {}
    for k, episode in enumerate(diary):
        for t, (state, action, *_) in enumerate(episode):
            values = [
                np.mean(returns.get((state, a), [0.0])) for a in range(ACTIONS)
            ]
            if k >= 6 and values[action] < max(values) - 1e-9:
                raise_not_best(k, t, state, action, values)
        for pair, value in first_returns(episode, 0.9).items():
            returns.setdefault(pair, []).append(value)
    learner.left_to_chance()
    PASSED.add("greedy")


def raise_not_best(k, t, state, action, values):
    means = ", ".join(f"{value:.3g}" for value in values)
    require(
        False,
        f"in episode {k}, step {t}, with epsilon 0, it took action {action} "
        f"in state {state}; the means of the episodes before are {means}",
    )


@case("the same generator makes the same choices")
def repeatable(learner, rng):
    table, seed, diaries = world(rng), int(rng.integers(1 << 30)), []
    for _ in range(2):
        _, diary, *_ = learned(
            learner,
            table=table,
            starts=[0, 1],
            limit=0,
            episodes=15,
            gamma=0.8,
            schedule=[0.5] * 15,
            seed=seed,
        )
        learner.left_to_chance()
        diaries.append(diary)
    one, other = diaries
    require(
        one == other,
        "with the same generator, in the same world, it played differently: "
        "draw from `rng` alone",
    )
    PASSED.add("repeatable")


@case("exploring takes all actions alike, and ties go to chance")
def explores(learner, rng):
    # With rewards of 0 every action is always a best one.
    for share in (1.0, 0.0):
        table = [[[(1.0, 0, share * a, True)] for a in range(ACTIONS)]]
        _, diary, _, _ = learned(
            learner,
            table=table,
            starts=[0],
            limit=0,
            episodes=300,
            gamma=1.0,
            schedule=[share] * 300,
            seed=int(rng.integers(1 << 30)),
        )
        learner.left_to_chance()
        taken = [step[1] for episode in diary for step in episode]
        counts = np.bincount(taken, minlength=ACTIONS)
        what = f"the actions taken with epsilon {share:g}"
        assert_frequencies(counts, np.ones(ACTIONS), what)
    PASSED.add("explores")


@case("blackjack: the learned plan loses less than 0.13 a hand")
def plays(learner, rng, report):
    require(
        len(PASSED) == 7,
        "blackjack is played when everything above has passed.",
    )
    plan = blackjack(learner, hands=HANDS, seed=int(rng.integers(1 << 30)))
    short = [state for state, _ in plan if len(state) != 3]
    require(
        not short,
        "a state of blackjack is (sum, card of the dealer, usable ace), all "
        "three of them; a key of Q holds another number of parts:",
        *short[:1],
    )
    actions = {(t, card, bool(ace)): act for (t, card, ace), act in plan}
    worth = value_of(lambda *hand: actions.get(hand, 0))
    report.metric("mean reward of a plan that sticks on 20", value_of(
        lambda total, card, ace: int(total < 20)
    ))  # fmt: skip
    report.metric("the best possible", -0.0431)
    report.at_least("exact mean reward of your plan", worth, WORTH)


CARDS = {card: (4 if card == 10 else 1) / 13 for card in range(1, 11)}


def drawn(total, ace, card):
    """Return the sum and whether an ace counts 11, after one more card."""
    total += card
    if card == 1 and total + 10 <= 21:
        return total + 10, True
    if total > 21 and ace:
        return total - 10, False
    return total, ace


@cache
def dealt(total, ace):
    """Return the chances of the dealer's final sums; 0 is going bust."""
    if total >= 17:
        return {total if total <= 21 else 0: 1.0}
    ends = {}
    for card, share in CARDS.items():
        for end, chance in dealt(*drawn(total, ace, card)).items():
            ends[end] = ends.get(end, 0.0) + share * chance
    return ends


@cache
def stuck(total, up):
    """Return the mean reward of sticking on a sum against a card."""
    worth = 0.0
    for card, share in CARDS.items():
        hand = drawn(*drawn(0, False, up), card)
        for end, chance in dealt(*hand).items():
            worth += share * chance * ((total > end) - (total < end))
    return worth


def value_of(policy):
    """Return the exact mean reward of policy(sum, card, ace)."""

    @cache
    def played(total, up, ace):
        if total > 21:
            return -1.0
        if policy(total, up, ace) == 0:
            return stuck(total, up)
        return sum(
            share * played(one, up, soft)
            for card, share in CARDS.items()
            for one, soft in [drawn(total, ace, card)]
        )

    mean = 0.0
    for up, a, b in np.ndindex(10, 10, 10):
        cards = up + 1, a + 1, b + 1
        share = math.prod(CARDS[card] for card in cards)
        total, ace = drawn(*drawn(0, False, cards[1]), cards[2])
        if total == 21 and policy(21, cards[0], True) == 0:
            # Only a natural of the dealer keeps ours from winning.
            worth = 1 - {1: CARDS[10], 10: CARDS[1]}.get(cards[0], 0.0)
        else:
            worth = played(total, cards[0], ace)
        mean += share * worth
    return mean
