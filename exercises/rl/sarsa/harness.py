"""Checks for rl/sarsa. Oracle: the diary of the world, gone through again."""

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
    Q, returns = module.sarsa(env, episodes, alpha, gamma, epsilon, rng)
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
    Q, returns = module.sarsa(env, episodes, alpha, 1.0, lambda k: 0.1, rng)
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
    "an update moves one value toward reward plus the next action's value",
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
    after, following = (pick // 7) % len(Q), (pick // 5) % Q.shape[1]
    before = Q.copy()
    learner.sarsa_update(
        Q, state, action, reward, after, following, terminated, alpha, gamma
    )
    target = reward
    if not terminated:
        target += gamma * float(before[after, following])
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
    """Yield (Q when the action was chosen, step), by the rule.

    An action but the first of an episode is chosen before the update of the
    step before it. After a cut nobody sees what would have been done.
    """
    Q = np.zeros((STATES, ACTIONS))
    for episode in diary:
        chosen = Q.copy()
        for t, (state, action, reward, after, ended, _) in enumerate(episode):
            yield chosen, (state, action)
            chosen = Q.copy()
            following = episode[t + 1][1] if t + 1 < len(episode) else 0
            future = 0.0 if ended else float(Q[after, following])
            surprise = reward + gamma * future - float(Q[state, action])
            Q[state, action] += alpha * surprise
    yield Q, None


SLIPS = {
    "Q is what comes out with the best next action, an off-policy target: "
    "that is Q-learning. SARSA uses the action that is taken.": (
        lambda R, step, _: 0.0 if step[4] else R[step[3]].max()
    ),
    "Q is what comes out if a value is counted behind a true end as well: "
    "nothing comes after it.": lambda R, step, _: R[step[3]].max(),
    "Q is what comes out with the mean over the next actions. SARSA uses "
    "the one action that is taken.": lambda R, step, _: (
        0.0 if step[4] else R[step[3]].mean()
    ),
    "Q is what comes out with the action just taken, in the state reached. "
    "The target needs the action that comes next.": lambda R, step, _: (
        0.0 if step[4] else R[step[3], step[1]]
    ),
}


def told(Q, diary, alpha, gamma):
    """Return what a wrong Q has come from, if that can be told."""
    for text, later in SLIPS.items():
        R = np.zeros((STATES, ACTIONS))
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


@case("the action in the target is the one that is taken")
def carried(learner, rng):
    after("update")
    # With a step size of 1 the value of a start is that of one next action.
    pays = [float(pay) for pay in rng.permutation([1.0, 4.0, 9.0])]
    table = [[[(1.0, 4, 0.0, False)]] * ACTIONS] * 4
    table += [[[(1.0, 0, pay, True)] for pay in pays]]
    given = {"starts": [0, 1, 2, 3], "limit": 0, "episodes": 200}
    Q, _, diary, _, _ = learned(
        learner,
        table=table,
        **given,
        alpha=1.0,
        gamma=0.8,
        schedule=[1.0] * 200,
        seed=int(rng.integers(1 << 30)),
    )
    truth = np.zeros((STATES, ACTIONS))
    truth[4] = pays
    for episode in diary:
        if len(episode) == 2:
            (state, action, *_), (_, following, *_) = episode
            truth[state, action] = 0.8 * pays[following]
    right = np.shape(Q) == truth.shape and np.allclose(Q, truth)
    because = "" if right else carried_over(Q, diary, pays)
    learner.left_to_chance(right or bool(because))
    what = "Q of four starts and the state they lead to"
    assert_close(Q, truth, what=what, because=because)
    PASSED.add("carried")


def carried_over(Q, diary, pays):
    """Return which next actions gave these values of the starts, if any."""
    if np.shape(Q) != (STATES, ACTIONS):
        return ""
    more = Q[4] - pays
    if (more > -1e-9).all() and more.max() > 1e-6:
        return (
            "The steps that end are worth more than they pay: a value is "
            "counted behind a true end. Nothing comes after it."
        )
    if not np.allclose(Q[4], pays):
        return ""
    found = Q[:4] / 0.8
    if np.allclose(found, max(pays)):
        return (
            "The target takes the best next action, an off-policy target: "
            "that is Q-learning. SARSA uses the action that is taken."
        )
    if np.allclose(found, np.mean(pays)):
        return (
            "The target takes the mean over the next actions. SARSA uses the "
            "one action that is taken."
        )
    if np.allclose(found, np.array(pays)):
        return (
            "The target takes the value of the action just taken, in the "
            "state reached. It needs the action that comes next."
        )
    if not np.isclose(found[:, :, None], pays).any(axis=2).all():
        return ""
    if all(len({step[1] for step in episode}) == 1 for episode in diary):
        return (
            "Whole episodes are played with one and the same action: the one "
            "chosen for the target is never taken."
        )
    return (
        "The action in the target is not the one that was then taken. It is "
        "to be drawn once, and carried over to the next step."
    )


@case("every step is learned from, with the action that really came next")
def learns(learner, rng):
    after("update", "carried")
    Q, _, diary, _, _ = run(learner, rng, [1.0] * 25)
    truth = [R for R, step in replay(diary, 0.3, 0.8)][-1]
    slip = told(Q, diary, 0.3, 0.8)
    right = np.shape(Q) == truth.shape and np.allclose(Q, truth)
    learner.left_to_chance(right or bool(slip))
    otherwise = (
        "Q is not what these steps give if the action in each target is the "
        "one that was then taken. Is it drawn once, and carried over to the "
        "next step?"
    )
    what = "Q after all steps, gone through again,"
    assert_close(Q, truth, what=what, because=slip or otherwise)
    PASSED.add("learns")


@case("a time limit ends the episode, but an action is chosen once more")
def limited(learner, rng):
    after("update", "carried")
    # All episodes but the last come to an end by themselves.
    table = [
        [[(1.0, 1, 1.0 + a, False)] for a in range(ACTIONS)],
        [[(1.0, 2, 0.5 - a, False)] for a in range(ACTIONS)],
        [[(1.0, 3, 2.0 * a, True)] for a in range(ACTIONS)],
        *([[(1.0, 4, -1.0 - a, False)] for a in range(ACTIONS)],) * 2,
    ]
    schedule = [1.0] * 24
    seed = int(rng.integers(1 << 30))
    Q, _, diary, faults, _ = learned(
        learner,
        table=table,
        starts=[0, 0, 0, 4],
        limit=4,
        episodes=24,
        alpha=0.3,
        gamma=0.8,
        schedule=schedule,
        seed=seed,
    )
    require(not faults, "the world was given a " + "; ".join(faults[:1]))
    # States 0 to 2 are never cut off; 4 goes round in circles until it is.
    truth = [Q for Q, step in replay(diary, 0.3, 0.8)][-1]
    learner.left_to_chance(np.allclose(Q[:3], truth[:3]))
    assert_close(Q[:3], truth[:3], what="Q of the states before true ends")
    one = [[[(1.0, 0, 1.0, False)]]]
    Q = learned(
        learner,
        table=one,
        starts=[0],
        limit=3,
        episodes=2,
        alpha=0.5,
        gamma=0.8,
        schedule=[0.0, 0.0],
        seed=seed,
    )[0]
    value, ended = 0.0, 0.0
    for t in range(6):
        value += 0.5 * (1.0 + 0.8 * value - value)
        later = 0.0 if t % 3 == 2 else 0.8 * ended
        ended += 0.5 * (1.0 + later - ended)
    what, because = "Q where there is one state and one action, cut twice", ""
    if np.shape(Q) == (1, 1) and np.allclose(Q, ended):
        because = (
            "A time limit is taken for an end: the state reached keeps its "
            "value."
        )
    right = np.shape(Q) == (1, 1) and np.allclose(Q, value)
    learner.left_to_chance(right or bool(because))
    assert_close(Q, np.array([[value]]), what=what, because=because)
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


@case("without exploration it takes an action that was best when chosen")
def greedy(learner, rng):
    after("update", "carried", "learns")
    schedule = [1.0] * 10 + [0.0] * 15
    _, _, diary, _, _ = run(learner, rng, schedule)
    learner.left_to_chance(len(PASSED) < 7)
    numbers = [k for k, e in enumerate(diary) for _ in e]
    # It may be chosen before the update of the step before, or after it.
    old, now = [], []
    for chosen, step in replay(diary, 0.3, 0.8):
        old.append((chosen.copy(), step))
    for Q, step in latest(diary, 0.3, 0.8):
        now.append((Q.copy(), step))
    for k, (Q, step), (R, _) in zip(numbers, old, now, strict=False):
        state, action = step
        fits = any(q[state, action] >= q[state].max() - 1e-9 for q in (Q, R))
        require(
            k < 10 or fits,
            f"in episode {k}, with epsilon 0, it took action {action} in "
            f"state {state}, where Q is {Q[state].round(3).tolist()}",
        )
    learner.left_to_chance()
    PASSED.add("greedy")


def latest(diary, alpha, gamma):
    """Yield (Q after all earlier steps, step)."""
    Q = np.zeros((STATES, ACTIONS))
    for episode in diary:
        for t, (state, action, reward, after, ended, _) in enumerate(episode):
            yield Q, (state, action)
            following = episode[t + 1][1] if t + 1 < len(episode) else 0
            future = 0.0 if ended else float(Q[after, following])
            surprise = reward + gamma * future - float(Q[state, action])
            Q[state, action] += alpha * surprise


@case("the cliff: it keeps a row or two away, and falls seldom")
def cliff(learner, rng, report):
    require(
        len(PASSED) == 8,
        "the cliff is walked when everything above has passed",
    )
    walks, means = [], []
    for _ in range(3):
        seed = int(rng.integers(1 << 30))
        Q, returns = on_the_cliff(learner, episodes=400, alpha=0.1, seed=seed)
        walks.append(walk_of(Q))
        means.append(float(returns[-100:].mean()))
    report.at_most("return of the greedy walk", sorted(walks)[1], -15.0)
    report.at_least("mean return while learning", sum(means) / 3, -40.0)
