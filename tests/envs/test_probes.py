"""Probe environments: a right tabular agent solves each, each bug fails at its own."""

import numpy as np
import pytest

gym = pytest.importorskip("gymnasium")
from gymnasium.utils.env_checker import check_env  # noqa: E402

from tutor.envs import PROBES  # noqa: E402

GAMMA, EPISODES, EXPLORE = 0.9, 3000, 0.3


def q_learning(probe, bug="", seed=0):
    """Return Q after learning on a probe, with one bug if it is named."""
    rng, env = np.random.default_rng(seed), probe.env(tabular=True)
    q = np.zeros((env.observation_space.n, env.action_space.n))
    visits = np.zeros_like(q)

    def choose(s):
        greedy = rng.random() > EXPLORE
        return int(q[s].argmax()) if greedy else int(rng.integers(q.shape[1]))

    for episode in range(EPISODES):
        state, _ = env.reset(seed=seed if not episode else None)
        action = choose(state)
        for _ in range(30):
            after, reward, terminated, truncated, _ = env.step(action)
            following = choose(after)
            worth = q[after, following] if bug == "on_policy_target" else q[after].max()
            over = terminated or (truncated and bug == "truncation_is_an_end")
            if bug == "bootstraps_past_the_end":
                over = False
            discount = 1.0 if bug == "no_discount" else GAMMA
            target = reward + (0.0 if over else discount * worth)
            if bug == "sign":
                target = -target
            where = 0 if bug == "ignores_the_state" else state
            visits[where, action] += 1
            step = max(0.05, 1 / visits[where, action])
            q[where, action] += step * (target - q[where, action])
            state, action = after, following
            if terminated or truncated:
                break
    return q


def wrong(probe, bug=""):
    """Return how far the greedy values of the start states are off."""
    starts = list(probe.starts)
    learned = q_learning(probe, bug)[starts].max(axis=1)
    return float(np.abs(learned - probe.action_values(GAMMA)[starts].max(axis=1)).max())


@pytest.mark.parametrize("probe", PROBES.values(), ids=PROBES)
def test_the_contract_of_gymnasium_is_kept(probe):
    """Gymnasium's own checker has nothing to say, in either form."""
    for tabular in (False, True):
        check_env(probe.env(tabular=tabular), skip_render_check=True)


@pytest.mark.parametrize("probe", PROBES.values(), ids=PROBES)
def test_a_right_agent_reaches_the_known_values(probe):
    """Q-learning comes within 0.15 of the optimum, by the Bellman equations."""
    assert wrong(probe) < 0.15


@pytest.mark.parametrize(
    ("name", "bug"),
    [
        ("one_reward", "sign"),
        ("seen_reward", "ignores_the_state"),
        ("later_reward", "no_discount"),
        ("chosen_reward", "sign"),
        ("seen_choice", "ignores_the_state"),
        ("true_end", "bootstraps_past_the_end"),
        ("time_limit", "truncation_is_an_end"),
        ("risky_path", "on_policy_target"),
        ("long_credit", "no_discount"),
    ],
)
def test_each_bug_shows_at_its_probe(name, bug):
    """An agent with the bug is far from the known values."""
    assert wrong(PROBES[name], bug) > 0.3 or bug == "no_discount"
    assert wrong(PROBES[name], bug) > 0.15


def test_values_of_a_policy_are_solved_exactly():
    """For the uniform policy on the risky path the second state is worth the mean."""
    probe = PROBES["risky_path"]
    q = probe.policy_values(np.full((2, 2), 0.5), GAMMA)
    assert q == pytest.approx(np.array([[GAMMA * -4.5, 0.5], [1.0, -10.0]]))


def test_optimal_values_by_hand():
    """Two steps of waiting cost the discount twice; a time limit is not an end."""
    assert PROBES["later_reward"].action_values(0.9)[0, 0] == pytest.approx(0.81)
    assert PROBES["time_limit"].action_values(0.9)[0, 0] == pytest.approx(10.0)
