"""Checks for rl/tabular_gates. Oracle: the exact worth of the plan."""

import gymnasium as gym
import numpy as np

from tutor.envs.gridworlds import expected_return
from tutor.harness import assert_equal, assert_shape, case, probe, require

# Name of each world, how long an episode may last, how many steps in all.
WORLDS = {
    "cliff": ("CliffWalking-v1", 200, 12_000),
    "taxi": ("Taxi-v4", 200, 120_000),
    "lake": ("FrozenLake-v1", 100, 100_000),
}
PASSED = []
"""Which cases of the running check have passed: long trainings wait for them."""


@probe
def learned(module, world, name, limit, budget, seed):
    """Return Q, and what the learner did to the world that must not be done."""
    import gymnasium as gym

    from tutor import track

    faults = []

    class Counted(gym.Env):
        """A world whose table is out of reach, and whose steps are counted."""

        def __init__(self):
            inner = gym.make(
                world, max_episode_steps=limit, disable_env_checker=True
            )
            inner.reset(seed=seed)
            self.observation_space = inner.observation_space
            self.action_space = inner.action_space
            self.steps_left, self.over = budget, True
            self.desc = getattr(inner.unwrapped, "desc", None)
            self.go, self.back = inner.step, inner.reset

        def reset(self, *, seed=None, options=None):
            self.over = False
            return self.back()

        def step(self, action):
            if self.over:
                faults.append("step after the end of an episode")
            if self.steps_left <= 0:
                faults.append("step when none was left")
            if faults:
                raise RuntimeError(faults[0])
            self.steps_left -= 1
            got = self.go(int(action))
            self.over = bool(got[2] or got[3])
            return got

    env, Q = Counted(), None
    try:
        Q = module.learn(track.env(env, name=world), name, seed)
    except RuntimeError:
        if not faults:
            raise
    return Q, faults, budget - env.steps_left


@probe
def shown(module, Q, world, limit, after, seed):
    """Record three episodes of the plan, after so many steps of learning."""
    import gymnasium as gym

    from tutor import track

    inner = gym.make(world, max_episode_steps=limit, disable_env_checker=True)
    inner.reset(seed=seed)
    env, totals = track.env(inner, every=1, name=f"{world}, the plan"), []
    if (recorder := getattr(env, "recorder", None)) is not None:
        recorder.steps = after  # so that the curve of returns goes on
    for _ in range(3):
        state, over, total = env.reset()[0], False, 0.0
        while not over:
            track.policy(values=Q[state])
            got = env.step(int(Q[state].argmax()))
            state, over = got[0], got[2] or got[3]
            total += float(got[1])
        totals.append(total)
    return totals


def table(learner, name, seed, budget):
    """Return what was learned, its form checked, and in how many steps."""
    world, limit, _ = WORLDS[name]
    Q, faults, steps = learned(
        learner,
        world=world,
        name=name,
        limit=limit,
        budget=budget,
        seed=seed,
    )
    require(not faults, "the world was given a " + "; ".join(faults[:1]))
    inner = gym.make(world).unwrapped
    shape = len(inner.P), len(inner.P[0])
    assert_shape(Q, shape, "what learn returns")
    require(np.isfinite(Q).all(), "the action values hold NaN or infinity")
    require(
        np.ptp(Q, axis=1).max() > 0,
        "in every state all actions have the same value: nothing to choose by",
    )
    return Q, steps


def gate(learner, rng, report, name):
    """Return the exact worth of the plan that was learned."""
    world, limit, budget = WORLDS[name]
    seed = int(rng.integers(1 << 30))
    Q, steps = table(learner, name, seed, budget)
    shown(learner, Q=Q, world=world, limit=limit, after=steps, seed=seed)
    inner = gym.make(world).unwrapped
    starts = np.asarray(inner.initial_state_distrib)
    worth = expected_return(inner.P, Q.argmax(axis=1), starts, limit)
    chance = np.full(Q.shape, 1 / Q.shape[1])
    random = expected_return(inner.P, chance, starts, limit)
    report.metric(f"random actions on the {name}", random)
    require(
        worth > random,
        f"the plan for the {name} is worth {worth:.4g}, and random actions "
        f"{random:.4g}: nothing was learned",
    )
    return worth


@case("the cliff: a return of -13, the shortest way")
def cliff(learner, rng, report):
    PASSED.clear()
    worth = gate(learner, rng, report, "cliff")
    report.at_least("return on the cliff", worth, -13.0)
    PASSED.append(cliff)


@case("the same seed gives the same values")
def seeds(learner, rng):
    number = int(rng.integers(1 << 30))
    one, other = (table(learner, "cliff", number, 3000)[0] for _ in range(2))
    assert_equal(other, one, what="Q of a second run with the same seed")
    PASSED.append(seeds)


def wait():
    """Fail unless the short cases have passed."""
    require(
        len(PASSED) == 2,
        "the lake and the taxi are tried when everything above has passed.",
    )


@case("the slippery lake: the goal is reached in 70 of 100 episodes")
def lake(learner, rng, report):
    wait()
    worth = gate(learner, rng, report, "lake")
    report.metric("the best possible on the lake", 0.7442)
    report.at_least("share of episodes that reach the goal", worth, 0.70)


@case("the taxi: a mean return of 7.4 over all 300 starts")
def taxi(learner, rng, report):
    wait()
    worth = gate(learner, rng, report, "taxi")
    report.metric("the best possible with the taxi", 7.93)
    report.at_least("mean return with the taxi", worth, 7.4)
