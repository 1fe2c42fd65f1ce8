"""Checks for rl/q_learning. Oracle: the diary of the world, gone through again."""

import gymnasium as gym
import numpy as np

from tutor.harness import (
    arguments_after,
    array,
    assert_close,
    assert_equal,
    assert_frequencies,
    case,
    number,
    one_of,
    probe,
    require,
    whole,
)

STATES, ACTIONS = 5, 3
CLIFF = gym.make("CliffWalking-v1").unwrapped.P
START = 36
PASSED = set()
"""Which cases of the running check have passed: the cliff waits for them."""


@probe
def learned(
    module, table, starts, limit, episodes, alpha, gamma, schedule, seed
):
    """Return Q, the returns, what the world saw, and what epsilon was asked."""
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
    Q, returns = module.q_learning(env, episodes, alpha, gamma, epsilon, rng)
    Q, returns = np.asarray(Q, float), np.asarray(returns, float)
    return Q, returns, env.diary, env.faults, asked


@probe(chancy=True)
def on_the_cliff(module, episodes, alpha, seed):
    """Return Q and the returns after learning on Gymnasium's cliff."""
    import gymnasium as gym

    from tutor import track

    env = gym.make(
        "CliffWalking-v1", max_episode_steps=200, disable_env_checker=True
    )
    env.reset(seed=seed)
    env, rng = track.env(env), np.random.default_rng(seed)
    Q, returns = module.q_learning(
        env, episodes, alpha, 1.0, lambda k: 0.1, rng
    )
    return np.asarray(Q, float), np.asarray(returns, float)


def world(rng):
    """A small world in which states come again and episodes end."""
    return [
        [
            [
                (
                    share,
                    int(rng.integers(STATES)),
                    float(rng.normal()),
                    bool(ends),
                )
                for share, ends in ((0.15, True), (0.6, False), (0.25, False))
            ]
            for _ in range(ACTIONS)
        ]
        for _ in range(STATES)
    ]


def run(learner, rng, schedule, table=None, limit=0, alpha=0.3, gamma=0.8):
    return learned(
        learner,
        table=table or world(rng),
        starts=[0, 1],
        limit=limit,
        episodes=len(schedule),
        alpha=alpha,
        gamma=gamma,
        schedule=schedule,
        seed=int(rng.integers(1 << 30)),
    )


def walk_of(Q):
    """Return what following the largest Q brings on the cliff."""
    state, total = START, 0.0
    for _ in range(100):
        _, state, reward, ends = CLIFF[state][int(Q[state].argmax())][0]
        total += float(reward)
        if ends:
            return total
    return total


@case("it plays as many episodes as asked, each to its end")
def manners(learner, rng):
    PASSED.clear()
    schedule = [0.5] * 20
    _, returns, diary, faults, asked = run(learner, rng, schedule)
    truth = [sum(step[2] for step in episode) for episode in diary]
    # How it drew matters only where it is not told what went wrong.
    learner.left_to_chance(np.allclose(returns, truth))
    require(not faults, "the world was given a " + "; ".join(faults[:1]))
    assert_equal(len(diary), 20, what="the number of episodes")
    whole_ones = [bool(e) and (e[-1][4] or e[-1][5]) for e in diary]
    require(all(whole_ones), "an episode was left before its end")
    # If it is never asked, the actions of the next cases will tell.
    require(
        set(asked) != {0},
        "epsilon was asked for episode 0 alone; it must be asked for every "
        "episode, by its number",
    )
    require(
        not asked or sorted(set(asked)) == list(range(20)),
        "epsilon must be asked for every episode, by its number from 0; in "
        "20 episodes it was asked for these:",
        sorted(set(asked)),
    )
    assert_close(returns, np.array(truth), what="the returns")
    PASSED.add("manners")


@case("exploring takes all actions alike, and ties go to chance")
def explores(learner, rng):
    # With rewards of 0 every action is always a best one.
    for share in (1.0, 0.0):
        table = [
            [[(1.0, 0, share * a, True)] for a in range(ACTIONS)]
            for _ in range(2)
        ]
        diary = run(learner, rng, [share] * 300, table=table)[2]
        learner.left_to_chance()
        counts = np.bincount([e[0][1] for e in diary], minlength=ACTIONS)
        what = f"the actions taken with epsilon {share:g}"
        assert_frequencies(counts, np.ones(ACTIONS), what)
    PASSED.add("explores")


@case(
    "an update moves one value toward reward plus best next value",
    Q=array("S", "A"),
    alpha=number(0.1, 0.9),
    gamma=number(0.2, 0.95),
    reward=number(-2, 2),
    terminated=one_of(False, True),
    pick=whole(0, 1000),
    sizes={"S": (2, 4), "A": (1, 4)},
    tries=20,
)
def update(learner, Q, alpha, gamma, reward, terminated, pick):
    PASSED.discard("update")
    state, action = pick % len(Q), pick % Q.shape[1]
    after = (pick // 7) % len(Q)
    before = Q.copy()
    learner.q_update(Q, state, action, reward, after, terminated, alpha, gamma)
    target = reward
    if not terminated:
        target += gamma * max(before[after].tolist())
    truth = before.copy()
    old = float(before[state, action])
    truth[state, action] = old + alpha * (target - old)
    got, because = arguments_after(learner)[0], ""
    for kept in (0.0, old):
        wrong = truth.copy()
        wrong[state, action] = kept + alpha * target
        if np.allclose(got, wrong) and not np.allclose(got, truth):
            because = (
                "The step size is put on the target alone. The step is a "
                "share of the surprise, the target less the old value."
            )
    assert_close(got, truth, what="Q after the update", because=because)
    PASSED.add("update")


def replay(diary, alpha, gamma):
    """Yield (Q before the step, step), by the rule, in Python floats."""
    Q = np.zeros((STATES, ACTIONS))
    for episode in diary:
        for state, action, reward, after, ended, cut in episode:
            yield Q, (state, action)
            future = 0.0 if ended else float(Q[after].max())
            surprise = reward + gamma * future - float(Q[state, action])
            Q[state, action] += alpha * surprise
    yield Q, None


SLIPS = {
    "Q is what comes out if a value is counted behind a true end as well: "
    "nothing comes after it.": lambda R, step, _: R[step[3]].max(),
    "Q is what comes out if a time limit is taken for an end: the state "
    "reached keeps its value.": lambda R, step, _: (
        0.0 if step[4] or step[5] else R[step[3]].max()
    ),
    "Q is what comes out with the action that was taken next, an on-policy "
    "target: that is SARSA. Q-learning asks for the best next action.": (
        lambda R, step, following: 0.0 if step[4] else R[step[3], following]
    ),
    "Q is what comes out with the mean over the next actions, an on-policy "
    "target: Q-learning asks for the best one.": lambda R, step, _: (
        0.0 if step[4] else R[step[3]].mean()
    ),
    "Q is what comes out with the best action of the state that was left, "
    "not of the one that was reached.": lambda R, step, _: (
        0.0 if step[4] else R[step[0]].max()
    ),
}


def told(Q, diary, alpha, gamma):
    """Return what a wrong Q has come from, if that can be told."""
    if np.ndim(Q) != 2 or np.shape(Q)[1] != ACTIONS:
        return ""
    for text, later in SLIPS.items():
        R = np.zeros(np.shape(Q))
        for episode in diary:
            for t, step in enumerate(episode):
                state, action, reward = step[:3]
                following = episode[t + 1][1] if t + 1 < len(episode) else 0
                future = float(later(R, step, following))
                surprise = reward + gamma * future - float(R[state, action])
                R[state, action] += alpha * surprise
        if np.shape(Q) == R.shape and np.allclose(Q, R, rtol=1e-6):
            return text
    return ""


def after(*names):
    """Wait for other cases, which tell more of what is wrong."""
    require(
        PASSED.issuperset(names),
        "this waits until the update and the target are right",
    )


def assert_replayed(learner, Q, diary, alpha, gamma):
    because = told(Q, diary, alpha, gamma)
    learner.left_to_chance(bool(because))
    truth = [Q for Q, step in replay(diary, alpha, gamma)][-1]
    assert_close(
        Q,
        truth,
        what="Q after all steps, gone through again,",
        because=because,
    )
    learner.left_to_chance()


def learned_less(got, pays):
    """Return which on-policy target gives these values of state 0, if one."""
    found = np.asarray(got)[:, None] / 0.8
    if np.isclose(found, pays).any(axis=1).all():
        return (
            "Of state 0 it learned what some next action is worth, not the "
            "best: an on-policy target, as that of SARSA. Q-learning asks for "
            "the best one, whatever is tried next."
        )
    if np.allclose(found, np.mean(pays)):
        return (
            "Of state 0 it learned the mean over the next actions, an "
            "on-policy target. Q-learning asks for the best one alone."
        )
    return ""


@case("it learns what the best next action is worth, whatever it tries next")
def off_policy(learner, rng):
    pays = [0.0, 1.0, 10.0]
    table = [
        [[(1.0, 1, 0.0, False)] for _ in pays],
        [[(1.0, 0, pay, True)] for pay in pays],
    ]
    after("update")
    Q, _, diary, *_ = run(learner, rng, [1.0] * 150, table=table, alpha=1.0)
    truth, because = np.array([[8.0] * 3, pays]), ""
    shaped = np.shape(Q) == truth.shape
    if shaped and np.allclose(Q[1], pays) and not np.allclose(Q[0], 8.0):
        because = learned_less(Q[0], pays)
    right = shaped and np.allclose(Q, truth)
    if shaped and not right and not because:
        because = told(Q, diary, 1.0, 0.8)
    learner.left_to_chance(right or bool(because))
    assert_close(Q, truth, what="Q of two states", because=because)
    PASSED.add("off_policy")


@case("every step is learned from, in order, and nothing follows an end")
def learns(learner, rng):
    after("update", "off_policy")
    Q, _, diary, _, _ = run(learner, rng, [1.0] * 25)
    assert_replayed(learner, Q, diary, 0.3, 0.8)
    PASSED.add("learns")


@case("a time limit ends the episode, but the next state keeps its value")
def limited(learner, rng):
    after("update", "off_policy")
    Q, _, diary, faults, _ = run(learner, rng, [1.0] * 25, limit=3)
    require(not faults, "the world was given a " + "; ".join(faults[:1]))
    assert_replayed(learner, Q, diary, 0.3, 0.8)
    PASSED.add("limited")


@case("the same generator makes the same choices")
def repeatable(learner, rng):
    table, seed, diaries = world(rng), int(rng.integers(1 << 30)), []
    for _ in range(2):
        got = learned(
            learner,
            table=table,
            starts=[0, 1],
            limit=0,
            episodes=15,
            alpha=0.3,
            gamma=0.8,
            schedule=[0.5] * 15,
            seed=seed,
        )
        learner.left_to_chance()
        diaries.append(got[2])
    require(
        diaries[0] == diaries[1],
        "with the same generator, in the same world, it played differently: "
        "draw from `rng` alone",
    )
    PASSED.add("repeatable")


@case("without exploration it takes an action that is best by now")
def greedy(learner, rng):
    after("update", "off_policy", "learns")
    # In the second world one stays where one is, so that what was just
    # learned changes what is best.
    stay = [
        [[(p, s, r, end) for p, _, r, end in o] for o in row]
        for s, row in enumerate(world(rng))
    ]
    for table in (world(rng), stay):
        schedule = [1.0] * 10 + [0.0] * 30
        _, _, diary, _, _ = run(learner, rng, schedule, table=table)
        learner.left_to_chance(len(PASSED) < 7)
        assert_best(diary)
        learner.left_to_chance()
    PASSED.add("greedy")


def assert_best(diary):
    """Fail unless every action from episode 10 on was a best one."""
    numbers = [k for k, e in enumerate(diary) for _ in e]
    steps = replay(diary, 0.3, 0.8)
    for k, (Q, step) in zip(numbers, steps, strict=False):
        state, action = step
        best = Q[state].max()
        require(
            k < 10 or Q[state, action] >= best - 1e-9,
            f"in episode {k}, with epsilon 0, it took action {action} in "
            f"state {state}, where Q is {Q[state].round(3).tolist()}",
        )


@case("the cliff: following the largest Q costs 13, the shortest way")
def cliff(learner, rng, report):
    require(
        len(PASSED) == 8,
        "the cliff is walked when everything above has passed",
    )
    walks = []
    while len(walks) < 3 and min(walks, default=-99.0) < -13:
        seed = int(rng.integers(1 << 30))
        Q, returns = on_the_cliff(learner, episodes=400, alpha=0.5, seed=seed)
        walks.append(walk_of(Q))
    report.metric("mean return while learning", returns[-100:].mean())
    report.at_least(
        "return of the greedy walk", float(np.median(walks)), -13.0
    )
