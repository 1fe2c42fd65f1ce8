"""Worlds given by a table: maps drawn in text, their exact values, and a diary of each step.

A table has the form of Gymnasium's toy-text environments: ``P[s][a]`` lists what may follow
action ``a`` in state ``s`` as ``(probability, next state, reward, terminated)``. Values follow
from the Bellman equations (Sutton and Barto 2018, sections 3.5 and 3.6), without sampling.
"""

from collections.abc import Sequence
from typing import Any

import gymnasium as gym
import numpy as np

Array = np.ndarray[Any, Any]
Outcome = tuple[float, int, float, bool]
Table = list[list[list[Outcome]]]

UP, RIGHT, DOWN, LEFT = range(4)
MOVES = ((-1, 0), (0, 1), (1, 0), (0, -1))
"""What each action adds to row and column: up, right, down, left."""


class TableEnv(gym.Env[int, int]):
    """An environment that follows a table, and keeps a diary.

    Args:
        table: what may follow each action in each state.
        starts: states in which an episode may begin, all equally likely.
        limit: steps after which an episode is truncated; 0 for none.
        seed: of all that is random, until `reset` is given another.
    """

    metadata: dict[str, Any] = {"render_modes": []}

    def __init__(
        self, table: Table, starts: Sequence[int] = (0,), limit: int = 0, seed: int = 0
    ) -> None:
        self.table, self.starts, self.limit = table, tuple(starts), limit
        self.observation_space = gym.spaces.Discrete(len(table))  # type: ignore[assignment] # numbers of states
        self.action_space = gym.spaces.Discrete(len(table[0]))  # type: ignore[assignment] # numbers of actions
        self.state, self.age, self.over = 0, 0, True
        self.diary: list[list[tuple[int, int, float, int, bool, bool]]] = []
        """Per episode its steps: state, action, reward, next state, terminated, truncated."""
        self.faults: list[str] = []
        """What was done to the environment that must not be done."""
        super().reset(seed=seed)

    def reset(
        self, *, seed: int | None = None, options: dict[str, Any] | None = None
    ) -> tuple[int, dict[str, Any]]:
        """Begin an episode."""
        super().reset(seed=seed)
        self.state = self.starts[int(self.np_random.integers(len(self.starts)))]
        self.age, self.over = 0, False
        self.diary.append([])
        return self.state, {}

    def step(self, action: int) -> tuple[int, float, bool, bool, dict[str, Any]]:
        """Draw what follows an action."""
        if self.over:
            self.faults.append("step after the end of an episode")
            return self.state, 0.0, True, False, {}
        outcomes = self.table[self.state][int(action)]
        pick, chosen = float(self.np_random.random()), 0
        while chosen < len(outcomes) - 1 and pick >= outcomes[chosen][0]:
            pick -= outcomes[chosen][0]
            chosen += 1
        _, after, reward, terminated = outcomes[chosen]
        self.age += 1
        truncated = bool(self.limit) and self.age >= self.limit and not terminated
        line = (self.state, int(action), reward, after, terminated, truncated)
        self.diary[-1].append(line)
        self.state, self.over = after, terminated or truncated
        return after, reward, terminated, truncated, {}


def grid(
    lines: Sequence[str],
    *,
    slip: float = 0.0,
    step_reward: float = 0.0,
    goal_reward: float = 1.0,
    pit_reward: float = -1.0,
) -> Table:
    """Return the table of a map, whose state is ``row * columns + column``.

    Args:
        lines: ``S`` start, ``.`` floor, ``#`` wall, ``G`` goal, ``X`` pit; all equally long.
        slip: probability of moving to either side of where one wanted, half each.
        step_reward: of every step, also the last.
        goal_reward: added on entering a goal, which ends the episode.
        pit_reward: added on entering a pit, which ends the episode.
    """
    rows, columns = len(lines), len(lines[0])
    table: Table = []
    for state in range(rows * columns):
        here = divmod(state, columns)
        if lines[here[0]][here[1]] in "#GX":
            table.append([[(1.0, state, 0.0, True)]] * 4)
            continue
        options = []
        for action in range(4):
            shares = {action: 1 - slip}
            if slip:
                shares |= {(action + side) % 4: slip / 2 for side in (1, 3)}
            outcomes: list[Outcome] = []
            for move, share in shares.items():
                row, column = here[0] + MOVES[move][0], here[1] + MOVES[move][1]
                inside = 0 <= row < rows and 0 <= column < columns
                if not inside or lines[row][column] == "#":
                    row, column = here
                mark = lines[row][column]
                reward = step_reward + {"G": goal_reward, "X": pit_reward}.get(mark, 0.0)
                outcomes.append((share, row * columns + column, reward, mark in "GX"))
            options.append(outcomes)
        table.append(options)
    return table


def places(lines: Sequence[str], mark: str) -> list[tuple[int, int]]:
    """Return (row, column) of every place with this mark."""
    return [(r, c) for r, line in enumerate(lines) for c, x in enumerate(line) if x == mark]


def action_values(table: Any, values: Array, gamma: float) -> Array:
    """Return reward and discounted value of what follows, shape (states, actions)."""
    return np.array(
        [
            [
                sum(
                    p * (r + (0.0 if ends else gamma * values[after]))
                    for p, after, r, ends in a
                )
                for a in (table[s][i] for i in range(len(table[s])))
            ]
            for s in range(len(table))
        ]
    )


def policy_values(table: Any, policy: Array, gamma: float) -> Array:
    """Return the exact values of a policy, given as probabilities (states, actions)."""
    flow, reward = np.eye(len(table)), np.zeros(len(table))
    for s, a in np.ndindex(*policy.shape):
        for p, after, r, ends in table[s][a]:
            reward[s] += policy[s, a] * p * r
            if not ends:
                flow[s, after] -= gamma * policy[s, a] * p
    return np.linalg.solve(flow, reward)


def optimal_values(table: Any, gamma: float, tolerance: float = 1e-12) -> Array:
    """Return the values of the best policy, by sweeping until nothing changes."""
    states, actions = len(table), len(table[0])
    rewards, flow = np.zeros((states, actions)), np.zeros((states, actions, states))
    for s, a in np.ndindex(states, actions):
        for p, after, r, ends in table[s][a]:
            rewards[s, a] += p * r
            flow[s, a, after] += 0.0 if ends else p
    values = np.zeros(states)
    for _ in range(100_000):
        better = (rewards + gamma * flow @ values).max(axis=1)
        if np.abs(better - values).max() < tolerance:
            break
        values = better
    return np.asarray(better)


def expected_return(table: Any, policy: Array, starts: Array, steps: int) -> float:
    """Return the exact undiscounted return of a policy within a number of steps.

    Args:
        table: what may follow each action in each state.
        policy: the action of each state, shape (states,), or probabilities of actions.
        starts: probability of beginning in each state, shape (states,).
        steps: after which the episode is cut off.
    """
    weights = np.eye(len(table[0]))[policy] if policy.ndim == 1 else policy
    flow, reward = np.zeros((len(table),) * 2), np.zeros(len(table))
    for s, a in zip(*np.nonzero(weights), strict=True):
        for p, after, r, ends in table[s][a]:
            reward[s] += weights[s, a] * p * r
            if not ends:
                flow[s, after] += weights[s, a] * p
    share, total = np.asarray(starts, float), 0.0
    for _ in range(steps):
        total += float(share @ reward)
        share = share @ flow
    return total
