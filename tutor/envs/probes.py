"""Probe environments: each is solved by a right agent and failed by one class of bug.

Every one is a table of a few states, so that its optimal action values follow from the
Bellman equations (Sutton and Barto 2018, section 3.6). The idea of probing an agent from
the easiest question upward is that of A. L. Jones, "Debugging Reinforcement Learning
Systems" (2021).
"""

from dataclasses import dataclass
from typing import Any

import gymnasium as gym
import numpy as np

Array = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True)
class Arrow:
    """What one action in one state leads to."""

    reward: float
    to: int
    ends: bool = False
    """Whether the episode terminates, so that nothing comes after."""


@dataclass(frozen=True)
class Probe:
    """A table of states and actions, as an environment and as a solved problem.

    Args:
        name: lower_snake_case.
        finds: the class of bug that fails here, as a phrase.
        arrows: for each state one arrow per action.
        starts: states in which an episode may begin.
        limit: steps after which an episode is truncated; 0 for none.
    """

    name: str
    finds: str
    arrows: tuple[tuple[Arrow, ...], ...]
    starts: tuple[int, ...] = (0,)
    limit: int = 0

    def env(self, *, tabular: bool = False) -> "ProbeEnv":
        """Return a fresh environment; observations are one-hot, or state numbers."""
        return ProbeEnv(self, tabular=tabular)

    def action_values(self, gamma: float) -> Array:
        """Return the optimal Q, shape (states, actions), by value iteration.

        Truncation is not an end: values go on past it.
        """
        q = np.zeros((len(self.arrows), len(self.arrows[0])))
        for _ in range(int(np.ceil(np.log(1e-12) / np.log(gamma))) if gamma else 1):
            best = q.max(axis=1)
            q = np.array(
                [
                    [a.reward + (0.0 if a.ends else gamma * best[a.to]) for a in row]
                    for row in self.arrows
                ]
            )
        return q

    def policy_values(self, policy: Array, gamma: float) -> Array:
        """Return Q of a policy, given as probabilities (states, actions), solved exactly."""
        states, actions = policy.shape
        flow, reward = np.zeros((states * actions,) * 2), np.zeros(states * actions)
        for s, row in enumerate(self.arrows):
            for a, arrow in enumerate(row):
                reward[s * actions + a] = arrow.reward
                if not arrow.ends:
                    next_ones = slice(arrow.to * actions, (arrow.to + 1) * actions)
                    flow[s * actions + a, next_ones] = policy[arrow.to]
        solved = np.linalg.solve(np.eye(len(reward)) - gamma * flow, reward)
        return np.asarray(solved.reshape(states, actions))


class ProbeEnv(gym.Env[Any, Any]):
    """A probe with `reset` and `step`; counts its `steps` and `episodes`."""

    metadata: dict[str, Any] = {"render_modes": []}

    def __init__(self, probe: Probe, *, tabular: bool) -> None:
        self.probe = probe
        self.tabular = tabular
        states, actions = len(probe.arrows), len(probe.arrows[0])
        self.action_space = gym.spaces.Discrete(actions)
        self.observation_space: gym.Space[Any] = (
            gym.spaces.Discrete(states)
            if tabular
            else gym.spaces.Box(0.0, 1.0, (states,), np.float32)
        )
        self.state, self.age, self.steps, self.episodes = 0, 0, 0, 0

    def observed(self) -> Any:
        if self.tabular:
            return self.state
        return np.eye(len(self.probe.arrows), dtype=np.float32)[self.state]

    def reset(
        self, *, seed: int | None = None, options: dict[str, Any] | None = None
    ) -> tuple[Any, dict[str, Any]]:
        """Begin an episode in one of the start states."""
        super().reset(seed=seed)
        self.state = int(self.np_random.choice(self.probe.starts))
        self.age = 0
        self.episodes += 1
        return self.observed(), {}

    def step(self, action: int) -> tuple[Any, float, bool, bool, dict[str, Any]]:
        """Follow the arrow of an action; after an end the observation is still a state."""
        arrow = self.probe.arrows[self.state][int(action)]
        self.state, self.age, self.steps = arrow.to, self.age + 1, self.steps + 1
        truncated = bool(self.probe.limit) and self.age >= self.probe.limit
        cut = truncated and not arrow.ends
        return self.observed(), arrow.reward, arrow.ends, cut, {}


def end(reward: float, to: int = 0) -> Arrow:
    return Arrow(reward, to, ends=True)


PROBES = {
    probe.name: probe
    for probe in (
        Probe("one_reward", "values that do not move toward rewards", ((end(1.0),),)),
        Probe(
            "seen_reward",
            "observations that are ignored or mixed up within a batch",
            ((end(1.0),), (end(-1.0),)),
            starts=(0, 1),
        ),
        Probe(
            "later_reward",
            "a discount that is missing, doubled or applied at the wrong step",
            ((Arrow(0.0, 1),), (Arrow(0.0, 2),), (end(1.0),)),
        ),
        Probe(
            "chosen_reward",
            "an advantage or a gradient with the wrong sign",
            ((end(-1.0), end(2.0)),),
        ),
        Probe(
            "seen_choice",
            "actions that are matched with the observations of other steps",
            ((end(1.0), end(-1.0)), (end(-1.0), end(1.0))),
            starts=(0, 1),
        ),
        Probe(
            "true_end",
            "values that go on past a terminal state",
            ((end(1.0, to=0), end(0.0, to=1)), (end(3.0, to=1), end(3.0, to=1))),
            starts=(0, 1),
        ),
        Probe(
            "time_limit",
            "a time limit that is taken for an end",
            ((Arrow(1.0, 0), Arrow(0.0, 0)),),
            limit=5,
        ),
        Probe(
            "risky_path",
            "a target that follows the exploring policy instead of the best action",
            ((Arrow(0.0, 1), end(0.5)), (end(1.0), end(-10.0))),
        ),
        Probe(
            "long_credit",
            "returns or traces that do not reach back to the action that earned them",
            (
                (Arrow(0.0, 1), Arrow(0.0, 2)),
                (Arrow(0.0, 3), Arrow(0.0, 3)),
                (Arrow(0.0, 4), Arrow(0.0, 4)),
                (end(1.0), end(1.0)),
                (end(-1.0), end(-1.0)),
            ),
        ),
    )
}
"""In the order in which to ask them: the first that fails says where to look."""
