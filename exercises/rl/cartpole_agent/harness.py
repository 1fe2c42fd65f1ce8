"""Checks for rl/cartpole_agent. The judge plays; two rules that learn nothing compare."""

import gymnasium as gym
import numpy as np

from tutor.harness import (
    assert_contract,
    assert_untouched,
    case,
    probe,
    require,
)

FEW, SOME, ALL = 1100, 6000, 60_000
EPISODES = 20
PASSED = []
"""Which cases of the running check have passed, so that the gate can wait for them."""


@probe
def counted(module, seed, steps):
    """Return how many steps of CartPole one training played."""
    from gymnasium.envs.classic_control import cartpole

    played, kept = [0], []
    for kind in (cartpole.CartPoleEnv, cartpole.CartPoleVectorEnv):
        step = kind.step

        def spied(self, action, step=step):
            played[0] += int(np.size(action))
            return step(self, action)

        kept.append((kind, step))
        kind.step = spied
    try:
        module.train(seed, steps)
    finally:
        for kind, step in kept:
            kind.step = step
    return played[0]


@probe
def shown(module, model, after, seed):
    """Record one greedy episode after so many steps of learning."""
    import gymnasium as gym

    from tutor import track

    env = track.env(
        gym.make("CartPole-v1"), every=1, name="CartPole-v1, greedy"
    )
    if (recorder := getattr(env, "recorder", None)) is not None:
        recorder.steps = after  # so that the curve of returns goes on
    obs, over = env.reset(seed=seed)[0], False
    while not over:
        got = env.step(int(module.act(model, obs[None])[0]))
        obs, over = got[0], got[2] or got[3]


def odd_parts(value):
    """Return the types of what is not plain data in a model."""
    if isinstance(value, list | tuple):
        return {kind for part in value for kind in odd_parts(part)}
    if isinstance(value, dict):
        return odd_parts(list(value.values()))
    plain = isinstance(value, np.ndarray | np.generic | float | int | str)
    return set() if plain else {type(value).__name__}


def seed_of(rng):
    return int(rng.integers(1 << 31))


def states(rng, n=64):
    return rng.uniform(-1, 1, (n, 4)).astype(np.float32)


def returns_of(choose, seed):
    """Return the return of the first episode of each of 20 worlds."""
    envs = gym.make_vec("CartPole-v1", EPISODES, vectorization_mode="sync")
    obs, _ = envs.reset(seed=seed)
    alive, totals = np.ones(EPISODES, bool), np.zeros(EPISODES)
    while alive.any():
        obs, rewards, ended, stopped, _ = envs.step(choose(obs))
        totals += alive * rewards
        alive &= ~(ended | stopped)
    return totals


def mean_return(learner, model, seed):
    def choose(obs):
        actions = learner.act(model, obs)
        assert_contract(
            actions, (len(obs),), "int64", low=0, high=1, what="act"
        )
        return actions

    return float(returns_of(choose, seed).mean())


@case("train gives plain data, act one action per observation")
def form(learner, rng):
    PASSED.clear()
    model = learner.train(seed_of(rng), FEW)
    require(type(model) is dict, "train must return a dict.", model)
    require(
        not odd_parts(model),
        "the model must be plain data: arrays, numbers, lists, tuples. It "
        "holds something else.",
    )
    for n in (1, 7):
        actions = learner.act(model, states(rng, n))
        assert_untouched(learner)
        assert_contract(actions, (n,), "int64", low=0, high=1, what="act")
    PASSED.append(form)


@case("act does not explore, and looks at each observation alone")
def greedy(learner, rng):
    model, obs = learner.train(seed_of(rng), FEW), states(rng)
    first, again = learner.act(model, obs), learner.act(model, obs)
    require(
        np.array_equal(first, again),
        "the same observations gave other actions the second time.",
        again,
    )
    alone = np.array([int(learner.act(model, o[None])[0]) for o in obs[:3]])
    require(
        np.array_equal(alone, first[:3]),
        "an observation gets another action alone than among 64.",
        alone,
    )
    PASSED.append(greedy)


def numbers(value):
    """Return all numbers of a model in one list."""
    if isinstance(value, list | tuple):
        return [number for part in value for number in numbers(part)]
    if isinstance(value, dict):
        return numbers([value[key] for key in sorted(value, key=str)])
    if isinstance(value, str):
        return []
    return np.ravel(value).astype(float).tolist()


@case("the same seed gives the same agent, another seed another one")
def seeds(learner, rng):
    one, obs = seed_of(rng), states(rng, 400)
    models = [learner.train(number, FEW) for number in (one, one, one + 1)]
    first, again = (learner.act(model, obs) for model in models[:2])
    require(
        np.array_equal(first, again),
        "two trainings with one seed gave different agents. Seed the "
        "networks, the environments and the choices.",
    )
    require(
        numbers(models[0]) != numbers(models[2]),
        "two seeds gave the same agent: one run, told twice.",
    )
    PASSED.append(seeds)


@case("train plays no more steps than it is given")
def budget(learner, rng):
    steps = 2 * 1024 + 52
    played = counted(learner, seed_of(rng), steps)
    require(
        played <= steps,
        f"{played} steps were played; {steps} were allowed.",
    )
    require(played > 0, "not one step of CartPole-v1 was played.")
    PASSED.append(budget)


@case("6,000 steps make an agent that does better than chance")
def learns(learner, rng, report):
    model = learner.train(seed_of(rng), SOME)
    mean = mean_return(learner, model, seed_of(rng))
    require(
        mean > 15,
        f"the pole falls after {mean:.1f} steps, faster than by chance: the "
        "agent gets worse as it learns. Look at the sign of the loss.",
    )
    report.at_least("mean return after 6,000 steps", mean, 30)
    PASSED.append(learns)


@case("60,000 steps: a mean of 475 over 20 greedy episodes")
def gate(learner, rng, report):
    require(
        len(PASSED) == 5,
        "the gate is tried when everything above has passed.",
    )
    world = seed_of(rng)
    leaning = returns_of(lambda obs: (obs[:, 2] > 0).astype(int), world)
    rule = returns_of(
        lambda obs: (obs[:, 2] + obs[:, 3] > 0).astype(int), world
    )
    means, reached = [], 0
    # The median of five is decided as soon as three are on one side.
    while not means or (
        means[0] < 475 and max(reached, len(means) - reached) < 3
    ):
        model = learner.train(seed_of(rng), ALL)
        means.append(mean_return(learner, model, world))
        reached += means[-1] >= 475
    shown(learner, model=model, after=ALL, seed=world)
    mean = float(np.median(means))
    report.metric("the one-line rule of angle and angular speed", rule.mean())
    report.at_least("mean return", mean, 475)
    report.beats("mean return", mean, float(leaning.mean()), by=400)
