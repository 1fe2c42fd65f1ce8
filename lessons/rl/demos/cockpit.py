# /// demo
# title = "Cart-pole cockpit"
# uses = ["rl/gae"]
# ///
"""Play the episode with `step`, and try to beat the agent with four gains of your own.

Your rule pushes right when gain × state, summed over the four numbers, is positive. The
driver `agent` draws its pushes from a policy that learned with *your* `gae`; `trained`
says for how many updates. The track shows the lean of the pole and, for the agent, which
way it pushes and how sure it is.
"""

from functools import lru_cache

import numpy as np

from tutor.yours import gae

LIMIT, WORLDS, UPDATES = 500, 16, 8
NAMES = ("position", "speed", "angle", "turning")
SCALE = np.array([2.4, 2.0, 0.21, 2.0])
PUSH = 10.0

KNOBS = [
    {
        "name": "step",
        "low": 0.0,
        "high": 500.0,
        "step": 5.0,
        "value": 0.0,
        "plays": True,
    },
    {"name": "driver", "choices": ["your gains", "agent", "chance"], "value": "your gains"},
    {"name": "position", "low": -1.0, "high": 1.0, "step": 0.05, "value": 0.0},
    {"name": "speed", "low": -1.0, "high": 1.0, "step": 0.05, "value": 0.0},
    {"name": "angle", "low": -2.0, "high": 2.0, "step": 0.25, "value": 1.0},
    {"name": "turning", "low": -1.0, "high": 1.0, "step": 0.25, "value": 0.0},
    {"name": "trained", "low": 0.0, "high": float(UPDATES), "step": 1.0, "value": 8.0},
    {"name": "world", "low": 0.0, "high": 9.0, "step": 1.0, "value": 0.0},
]


def setting(
    driver="your gains", gains=(0.0, 0.0, 1.0, 0.0), trained=UPDATES, step=0, world=0
):
    """Return knob values."""
    return {
        "step": float(step),
        "driver": driver,
        **dict(zip(NAMES, map(float, gains), strict=True)),
        "trained": float(trained),
        "world": float(world),
    }


PRESETS = [
    {
        "name": "where it leans",
        "say": "Wrong on purpose: this rule looks at the angle alone. It pushes until the "
        "pole comes back, and then it is too late. Which number is missing?",
        "values": setting(step=35),
        "fails": True,
    },
    {
        "name": "where it will lean",
        "say": "Angle and turning together. In most worlds this holds for 500 steps, and "
        "slowly drifts. Try the other worlds.",
        "values": setting(gains=(0, 0, 1, 1), step=250),
    },
    {
        "name": "all four",
        "say": "A little weight on position and speed brings the cart back to the middle.",
        "values": setting(gains=(0.05, 0.1, 1, 0.5), step=500),
    },
    {
        "name": "before training",
        "say": "The agent knows nothing: every push is a coin toss. Turn `trained` up one "
        "update at a time.",
        "values": setting("agent", trained=0, step=15),
    },
    {
        "name": "after training",
        "say": "Eight updates later it holds the pole for hundreds of steps, although it "
        "still draws its pushes. Nobody told it what an angle is.",
        "values": setting("agent", step=250, world=3),
    },
    {
        "name": "chance",
        "say": "Pushes left and right at random: about 22 steps.",
        "values": setting("chance", step=20),
    },
]

PREDICT = {
    "ask": "A rule pushes the cart to the side to which the pole leans, whatever else "
    "happens. For how many steps does it hold the pole, of 500?",
    "choices": ["about 10", "about 40", "about 200", "500"],
    "answer": "about 40",
    "because": "Its mean is 41.5, about twice that of chance. It reacts only after the pole "
    "has crossed the middle, at full speed, so every swing is wider than the last.",
}


def moved(state, right):
    """Return states (..., 4) one step of 0.02 s later, pushed to the right where True.

    The equations of the cart-pole as Gymnasium has them (Barto, Sutton, Anderson 1983).
    """
    _, speed, angle, turning = np.moveaxis(state, -1, 0)
    force = np.where(right, PUSH, -PUSH)
    cos, sin = np.cos(angle), np.sin(angle)
    shove = (force + 0.05 * turning**2 * sin) / 1.1
    spin = (9.8 * sin - cos * shove) / (0.5 * (4 / 3 - 0.1 * cos**2 / 1.1))
    pull = shove - 0.05 * spin * cos / 1.1
    steps = (speed, pull, turning, spin)
    return state + 0.02 * np.stack(steps, axis=-1)


def fallen(state):
    """Return whether the pole leans over 12 degrees or the cart is off the track."""
    return (np.abs(state[..., 0]) > 2.4) | (np.abs(state[..., 2]) > np.deg2rad(12))


def start(world, count=None):
    rng = np.random.default_rng(100 + world)
    return rng.uniform(-0.05, 0.05, 4 if count is None else (count, 4))


def anywhere(rng):
    """Return states all over the track, so that leaving it is met early."""
    return rng.uniform(-1, 1, (WORLDS, 4)) * np.array([2.0, 0.5, 0.1, 0.5])


def chance_of_right(theta, states):
    """Return how likely a linear policy pushes right."""
    return 1 / (1 + np.exp(-np.clip(states / SCALE @ theta, -30, 30)))


def rollout(theta, rng, steps=200):
    """Play in all worlds; return states, pushes, next states and who fell."""
    state, rows = anywhere(rng), []
    for _ in range(steps):
        right = rng.random(WORLDS) < chance_of_right(theta, state)
        after = moved(state, right)
        over = fallen(after)
        rows.append((state, right, after, over))
        state = np.where(over[:, None], anywhere(rng), after)
    return [np.array(part) for part in zip(*rows, strict=True)]


def features(states):
    """Return what the critic looks at: a constant, and squares of the four numbers."""
    unit = states / SCALE
    return np.concatenate([np.ones((*unit.shape[:-1], 1)), unit**2], axis=-1)


@lru_cache(maxsize=1)
def lessons():
    """Return the policy's weights after each update, learned with the learner's gae."""
    rng = np.random.default_rng(7)
    theta, critic, history = np.zeros(4), np.zeros(5), [np.zeros(4)]
    for _ in range(UPDATES):
        states, right, after, over = rollout(theta, rng)
        values, later = features(states) @ critic, features(after) @ critic
        never = np.zeros_like(over)
        pays = np.ones(over.shape)
        gains = np.asarray(gae(pays, values, later, over, never, 0.98, 0.95))
        goal, table = (gains + values).ravel(), features(states).reshape(-1, 5)
        critic = np.linalg.lstsq(table, goal, rcond=None)[0]
        weight = (gains - gains.mean()) / (gains.std() + 1e-8)
        slope = (right - chance_of_right(theta, states)) * weight
        step = (slope[..., None] * states / SCALE).mean(axis=(0, 1))
        theta = theta + 0.6 * step / (np.linalg.norm(step) + 1e-8)
        history.append(theta)
    return history


@lru_cache(maxsize=256)
def episode(driver, gains, trained, world):
    """Return the states and pushes of one episode of at most 500 steps."""
    rng = np.random.default_rng(world)
    theta = lessons()[trained] if driver == "agent" else np.zeros(4)
    state, states, pushes, sure = start(world), [], [], []
    for _ in range(LIMIT):
        chance = float(chance_of_right(theta, state))
        if driver == "your gains":
            right = bool(np.dot(gains, state) > 0)
        else:
            right = bool(rng.random() < chance)
        states.append(state)
        pushes.append(int(right))
        sure.append(chance)
        state = moved(state, right)
        if fallen(state):
            break
    return np.array([*states, state]), pushes, sure


def draw(values):
    """Return the scene for these knob values."""
    gains = tuple(values[name] for name in NAMES)
    trained, world = int(values["trained"]), int(values["world"])
    states, pushes, sure = episode(values["driver"], gains, trained, world)
    held, now = len(pushes), min(int(values["step"]), len(pushes))
    degrees = np.rad2deg(states[: now + 1, 2])
    t = list(range(now + 1))
    tracks = [
        {"name": "angle", "x": t, "y": degrees.tolist()},
        {"name": "position × 5", "x": t, "y": (5 * states[: now + 1, 0]).tolist()},
    ]
    if values["driver"] == "agent":
        belief = [12 * (2 * p - 1) for p in sure[: now + 1]]
        tracks.append({"name": "push", "x": t[: len(belief)], "y": belief})
    if held == LIMIT:
        verdict = f"It holds for all {LIMIT} steps."
    else:
        verdict = f"It falls after {held} steps."
    who = {
        "your gains": "Your rule drives.",
        "agent": f"The agent drives, after {trained} updates.",
        "chance": "Chance drives.",
    }
    action = pushes[now] if now < held else None
    return {
        "say": f"{who[values['driver']]} {verdict}",
        "panels": [
            {
                "draw": "cartpole",
                "title": f"step {now}",
                "with": {
                    "state": states[now].tolist(),
                    "action": action,
                    "trail": states[max(0, now - 40) : now : 4].tolist(),
                },
            },
            {
                "draw": "line_chart",
                "title": "the episode so far",
                "with": {"series": tracks, "x_label": "step"},
            },
        ],
    }
