# /// demo
# title = "Gridworld lab"
# needs = "gymnasium"
# uses = ["rl/bandit", "rl/policy_iteration", "rl/mc_control", "rl/q_learning", "rl/sarsa"]
# ///
"""Watch values and arrows grow, sweep by sweep or episode by episode.

The first three methods read the world's table: one tick of `time` is one sweep, or one round.
The others only play: one tick is five episodes with epsilon 0.2. `✗` ends an episode
badly, `★` well, `▒` is wall. `show` = actions writes the worth of each action on the side
it leads to, where places are large enough. All of it runs on your own functions.
"""

from functools import lru_cache

import numpy as np

from tutor.envs.gridworlds import grid, optimal_values, places
from tutor.yours import (
    action_values,
    epsilon_greedy,
    first_visits,
    q_update,
    sarsa_update,
)

TICKS, PER_TICK, LONGEST = 40, 5, 60
MAPS = {
    "lake": ["S...", ".X.X", "...X", "X..G"],
    "cliff": ["......", "......", "SXXXXG"],
    "rooms": ["S..#...", "...#.X.", ".......", "...#...", "X..#..G"],
    "two goals": ["G...", ".#..", ".S..", "...X", "G..."],
}
METHODS = [
    "policy evaluation",
    "policy improvement",
    "value iteration",
    "Monte Carlo",
    "SARSA",
    "Q-learning",
]
KNOBS = [
    {
        "name": "time",
        "low": 0.0,
        "high": float(TICKS),
        "step": 1.0,
        "value": 0.0,
        "plays": True,
    },
    {"name": "method", "choices": METHODS, "value": "value iteration"},
    {"name": "map", "choices": list(MAPS), "value": "lake"},
    {"name": "gamma", "low": 0.5, "high": 1.0, "step": 0.05, "value": 0.9},
    {"name": "slip", "low": 0.0, "high": 0.6, "step": 0.2, "value": 0.0},
    {"name": "show", "choices": ["values", "actions"], "value": "values"},
]
PREDICT = {
    "ask": "Value iteration on the lake, without slipping: after how many sweeps does the "
    "start, six steps from the goal, first have a value above 0?",
    "choices": ["1", "5", "6", "It depends on gamma"],
    "answer": "6",
    "because": "News travels one step per sweep. Gamma only decides how large the value is.",
}


def setting(method, name, time=0, gamma=0.9, slip=0.0, show="values"):
    """Return knob values."""
    return {
        "time": float(time),
        "method": method,
        "map": name,
        "gamma": gamma,
        "slip": slip,
        "show": show,
    }


PRESETS = [
    {
        "name": "news from the goal",
        "say": "Step `time` up from 0. Each sweep the values reach one place further.",
        "values": setting("value iteration", "lake"),
    },
    {
        "name": "a blind walker",
        "say": "What is the lake worth to somebody who throws dice? Compare the start with "
        "value iteration's.",
        "values": setting("policy evaluation", "lake", 40),
    },
    {
        "name": "judge and improve",
        "say": "Four or five rounds are enough, however many policies there are.",
        "values": setting("policy improvement", "rooms", 1),
    },
    {
        "name": "thin ice",
        "say": "With slips the arrows turn away from the holes. Where do they point into a "
        "wall?",
        "values": setting("value iteration", "lake", 40, 0.95, 0.6),
    },
    {
        "name": "along the edge",
        "say": "Q-learning learns the way along the cliff, though it falls again and again "
        "while it explores.",
        "values": setting("Q-learning", "cliff", 40, 1.0, show="actions"),
    },
    {
        "name": "off the edge",
        "say": "SARSA counts its own stumbles. Compare the arrows of the middle row with "
        "Q-learning's.",
        "values": setting("SARSA", "cliff", 40, 1.0, show="actions"),
    },
    {
        "name": "whole episodes",
        "say": "Monte Carlo hears of the goal for the first time, and all places on the way "
        "learn of it at once. Step `time` and compare with Q-learning.",
        "values": setting("Monte Carlo", "rooms", 2),
    },
    {
        "name": "no hurry at all",
        "say": "On purpose: without a discount and without costs every way to the goal is "
        "worth the same, and the arrows no longer lead there. Lower `gamma`.",
        "fails": True,
        "values": setting("value iteration", "two goals", 40, 1.0),
    },
]


@lru_cache(maxsize=16)
def world(name, slip):
    """Return the table of a map; on the cliff each step costs a little."""
    cost, pit = (-0.05, -2.0) if name == "cliff" else (0.0, 0.0 if name == "lake" else -1.0)
    return grid(MAPS[name], slip=slip, step_reward=cost, pit_reward=pit)


@lru_cache(maxsize=32)
def history(method, name, gamma, slip):
    """Return Q after each tick, by the learner's functions."""
    table = world(name, slip)
    if method in METHODS[:3]:
        return planned(method, table, gamma)
    return played(method, table, name, gamma)


def planned(method, table, gamma):
    V, Q, result = np.zeros(len(table)), np.zeros((len(table), 4)), []
    policy = np.full((len(table), 4), 0.25)
    for _ in range(TICKS + 1):
        result.append(Q)
        if len(result) > 1 and np.allclose(Q, result[-2], atol=1e-12):
            continue
        if method == "policy improvement":
            for _ in range(60):
                V = (policy * action_values(table, V, gamma)).sum(axis=1)
            Q = action_values(table, V, gamma)
            best = np.isclose(Q, Q.max(axis=1, keepdims=True))
            policy = best / best.sum(axis=1, keepdims=True)
        else:
            Q = action_values(table, V, gamma)
            V = Q.max(axis=1) if method == "value iteration" else Q.mean(axis=1)
    return result


def played(method, table, name, gamma):
    rng, Q = np.random.default_rng(3), np.zeros((len(table), 4))
    N, result = np.zeros_like(Q), []
    columns = len(MAPS[name][0])
    (row, column), *_ = places(MAPS[name], "S")
    for _ in range(TICKS + 1):
        result.append(Q.copy())
        for _ in range(PER_TICK):
            episode(method, table, row * columns + column, Q, N, gamma, rng)
    return result


def episode(method, table, state, Q, N, gamma, rng):
    """Play one episode of at most so many steps, and learn from it."""
    record, action = [], epsilon_greedy(Q[state], 0.2, rng)
    for _ in range(LONGEST):
        outcomes = table[state][action]
        which = rng.choice(len(outcomes), p=[outcome[0] for outcome in outcomes])
        _, after, reward, ends = outcomes[which]
        record.append((state, action, reward))
        following = epsilon_greedy(Q[after], 0.2, rng)
        if method == "Q-learning":
            q_update(Q, state, action, reward, after, ends, 0.3, gamma)
            following = epsilon_greedy(Q[after], 0.2, rng)
        elif method == "SARSA":
            sarsa_update(Q, state, action, reward, after, following, ends, 0.3, gamma)
        state, action = after, following
        if ends:
            break
    if method == "Monte Carlo":
        for seen, taken, value in first_visits(record, gamma):
            N[seen, taken] += 1
            Q[seen, taken] += (value - Q[seen, taken]) / N[seen, taken]


@lru_cache(maxsize=32)
def best(name, gamma, slip):
    return optimal_values(world(name, slip), gamma, 1e-9)


def draw(values):
    """Return the scene: the map, and how far the start is from its best value."""
    method, name, gamma, slip = (values[k] for k in ("method", "map", "gamma", "slip"))
    lines, ticks = MAPS[name], int(values["time"])
    past = history(method, name, round(gamma, 2), round(slip, 2))
    shape = len(lines), len(lines[0])
    Q = past[ticks]
    random = method == "policy evaluation"
    worth = [q.mean(axis=1) if random else q.max(axis=1) for q in past]
    (start, *_), open_places = places(lines, "S"), np.ptp(Q, axis=1) > 1e-9
    at = start[0] * shape[1] + start[1]
    close = np.isclose(Q, Q.max(axis=1, keepdims=True)) & open_places[:, None]
    marks = {
        "walls": places(lines, "#"),
        "pits": places(lines, "X"),
        "goals": places(lines, "G"),
        "agent": start,
    }
    board = {"values": worth[ticks].reshape(shape), "low": -1.0, "high": 1.0, **marks}
    if not random:
        board["policy"] = close.astype(float).reshape(*shape, 4)
    if values["show"] == "actions":
        board["q"] = Q.reshape(*shape, 4)
    goal = best(name, round(gamma, 2), round(slip, 2))[at]
    curve = [float(w[at]) for w in worth]
    if method in METHODS[:3]:
        unit, each = ("round" if method == METHODS[1] else "sweep"), 1
    else:
        unit, each = "episode", PER_TICK
    done = f"{each * ticks} {unit}{'' if each * ticks == 1 else 's'}"
    panels = [{"draw": "gridworld", "title": f"{name}, gamma {gamma:.2f}", "with": board}]
    if values["show"] == "values":
        steps = list(range(0, each * TICKS + 1, each))
        lines = [
            {"name": "so far", "x": steps[: ticks + 1], "y": curve[: ticks + 1]},
            {"name": "best", "x": [0, steps[-1]], "y": [float(goal)] * 2},
        ]
        chart = {"series": lines, "x_label": f"{unit}s"}
        panels.append({"draw": "line_chart", "title": "value of the start", "with": chart})
    return {
        "say": f"{method}, {done}: the start (●) is worth {curve[ticks]:.3f}; with the "
        f"best plan it is {goal:.3f}.",
        "panels": panels,
    }
