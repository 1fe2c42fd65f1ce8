"""Worlds given by a table: the contract, the values known from elsewhere, the diary."""

import numpy as np
import pytest

gym = pytest.importorskip("gymnasium")
from gymnasium.utils.env_checker import check_env  # noqa: E402

from tutor.envs.gridworlds import (  # noqa: E402
    TableEnv,
    action_values,
    expected_return,
    grid,
    optimal_values,
    places,
    policy_values,
)

MAP = ["S..G", ".#.X", "...."]


def test_the_contract_of_gymnasium_is_kept():
    """Gymnasium's own checker has nothing to say."""
    check_env(TableEnv(grid(MAP, slip=0.2), limit=9), skip_render_check=True)


def test_map_becomes_a_table_by_hand():
    """Walls and edges stop a move, a slip goes to either side, ends are worth nothing."""
    table = grid(MAP, slip=0.2, step_reward=-0.04)
    assert table[0][0] == [(0.8, 0, -0.04, False), (0.1, 1, -0.04, False),
                           (0.1, 0, -0.04, False)]  # fmt: skip
    assert (0.8, 3, 0.96, True) in table[2][1]
    assert (0.8, 7, -1.04, True) in table[6][1]
    assert table[3][2] == [(1.0, 3, 0.0, True)]
    assert places(MAP, "X") == [(1, 3)]


@pytest.mark.parametrize(
    ("name", "options", "gamma", "start", "value"),
    [
        ("FrozenLake-v1", {}, 0.99, 0, 0.54203),
        ("FrozenLake-v1", {"is_slippery": False}, 0.99, 0, 0.95099),
        ("CliffWalking-v1", {}, 0.99, 36, -12.24790),
    ],
)
def test_optimal_values_of_gymnasium(name, options, gamma, start, value):
    """The tables of Gymnasium have the values that dynamic programming is known to give."""
    table = gym.make(name, **options).unwrapped.P
    assert optimal_values(table, gamma)[start] == pytest.approx(value, abs=1e-5)


def test_values_of_a_policy_agree_with_sweeps():
    """Solving gives what sweeping converges to."""
    table, values = grid(MAP, slip=0.2), np.zeros(12)
    policy = np.full((12, 4), 0.25)
    for _ in range(500):
        values = (policy * action_values(table, values, 0.9)).sum(axis=1)
    assert policy_values(table, policy, 0.9) == pytest.approx(values)


def test_expected_return_is_exact():
    """The straight way costs 13; in 5 steps 5; a random walk agrees with simulation."""
    table = gym.make("CliffWalking-v1").unwrapped.P
    policy = np.ones(48, int)
    policy[36], policy[35] = 0, 2
    start = np.eye(48)[36]
    assert expected_return(table, policy, start, 200) == -13
    assert expected_return(table, policy, start, 5) == -5
    env = TableEnv(grid(MAP, slip=0.2), limit=20, seed=1)
    rng = np.random.default_rng(0)
    for _ in range(4000):
        env.reset()
        while not env.over:
            env.step(int(rng.integers(4)))
    simulated = np.mean([sum(step[2] for step in episode) for episode in env.diary])
    exact = expected_return(env.table, np.full((12, 4), 0.25), np.eye(12)[0], 20)
    assert simulated == pytest.approx(exact, abs=0.05)


def test_diary_tells_ends_and_faults():
    """A limit truncates, an end terminates, and a step after either is a fault."""
    env = TableEnv(grid(MAP), limit=2)
    for actions in ([1, 1], [0]):
        env.reset()
        for action in actions:
            env.step(action)
    assert env.diary == [
        [(0, 1, 0.0, 1, False, False), (1, 1, 0.0, 2, False, True)],
        [(0, 0, 0.0, 0, False, False)],
    ]
    env.step(0)
    env.step(0)
    assert env.faults == ["step after the end of an episode"]
