"""Checks for rl/tabular_gates. Oracle: the exact worth of the plan."""

import gymnasium as gym
import numpy as np

from tutor.envs.gridworlds import expected_return
from tutor.harness import assert_equal, assert_shape, case, probe, require

# Name of each world, how long an episode may last, how many steps in all.
WORLDS = {
    "cliff": ("CliffWalking-v1", 200, 20_000),
    "taxi": ("Taxi-v4", 200, 80_000),
    "lake": ("FrozenLake-v1", 100, 80_000),
}


@probe
def learned(module, world, name, limit, budget, seed):
    """Return Q, and what the learner did to the world that must not be done."""
    import gymnasium as gym

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

    try:
        Q = module.learn(Counted(), name, seed)
    except RuntimeError:
        if not faults:
            raise
        return None, faults
    return Q, faults


def gate(learner, rng, report, name, seed=None):
    """Return the exact worth of the learned plan, and Q."""
    world, limit, budget = WORLDS[name]
    chosen = int(rng.integers(1 << 30)) if seed is None else seed
    Q, faults = learned(
        learner,
        world=world,
        name=name,
        limit=limit,
        budget=budget,
        seed=chosen,
    )
    require(not faults, "the world was given a " + "; ".join(faults[:1]))
    inner = gym.make(world).unwrapped
    states, actions = len(inner.P), len(inner.P[0])
    assert_shape(Q, (states, actions), "what learn returns")
    require(np.isfinite(Q).all(), "the action values hold NaN or infinity")
    starts = np.asarray(inner.initial_state_distrib)
    worth = expected_return(inner.P, Q.argmax(axis=1), starts, limit)
    chance = np.full((states, actions), 1 / actions)
    random = expected_return(inner.P, chance, starts, limit)
    report.metric(f"a random walk on the {name}", random)
    require(
        worth > random,
        f"the plan for the {name} is worth {worth:.4g}, and random actions "
        f"{random:.4g}: nothing was learned",
    )
    return worth, Q


@case("the cliff: a return of -13, the shortest way")
def cliff(learner, rng, report):
    worth, _ = gate(learner, rng, report, "cliff")
    report.at_least("return on the cliff", worth, -13.0)


@case("the taxi: a mean return of 7.4 over all 300 starts")
def taxi(learner, rng, report):
    worth, _ = gate(learner, rng, report, "taxi")
    report.metric("the best possible with the taxi", 7.93)
    report.at_least("mean return with the taxi", worth, 7.4)


@case("the slippery lake: the goal is reached in 70 of 100 episodes")
def lake(learner, rng, report):
    worth, _ = gate(learner, rng, report, "lake")
    report.metric("the best possible on the lake", 0.7442)
    report.at_least("share of episodes that reach the goal", worth, 0.70)


@case("the same seed gives the same values")
def seeds(learner, rng, report):
    number = int(rng.integers(1 << 30))
    one, other = (
        gate(learner, rng, report, "cliff", number)[1] for _ in range(2)
    )
    assert_equal(other, one, what="Q of a second run with the same seed")
