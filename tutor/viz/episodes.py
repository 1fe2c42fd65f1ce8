"""An episode at one step: the world as it stood, what the agent thought, and the tracks."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from tutor.track.episode import Episode
from tutor.viz.axis import short
from tutor.viz.cartpole import cartpole
from tutor.viz.chart import line_chart
from tutor.viz.classic import acrobot, mountain_car, pendulum
from tutor.viz.gridworld import gridworld
from tutor.viz.image import image
from tutor.viz.ink import Ink, Picture, Run, row
from tutor.viz.series import Series
from tutor.viz.typeset.text import wrap

ACTIONS: dict[str, Sequence[str]] = {
    "CartPole": ("left", "right"),
    "FrozenLake": ("left", "down", "right", "up"),
    "CliffWalking": ("up", "right", "down", "left"),
    "Taxi": ("down", "up", "right", "left", "pick up", "drop off"),
    "MountainCar": ("left", "coast", "right"),
    "Acrobot": ("left", "none", "right"),
    "Blackjack": ("stick", "hit"),
}
"""What the numbered actions of known environments mean (Gymnasium's documentation)."""
CLIFF = ("............", "............", "............", "SCCCCCCCCCCG")
"""The map of CliffWalking, which does not show it (Sutton and Barto, example 6.6)."""
TAXI_STANDS = ((0, 0), (0, 4), (4, 0), (4, 3))
TAXI_NAMES = ("red", "green", "yellow", "blue")
"""Where passengers are and want to go in Taxi (Gymnasium's documentation)."""
TRAIL = 12
"""Earlier states drawn behind the present one."""
WALLS, PITS, GOALS = "#", "HC", "G"
"""Letters of maps: walls, holes or cliff, goal."""


def action_names(env: str, count: int) -> list[str]:
    """Return the names of an environment's actions; their numbers where it is not known."""
    known = next((names for key, names in ACTIONS.items() if env.startswith(key)), ())
    return [known[i] if i < len(known) else str(i) for i in range(count)]


def stage(episode: Episode, step: int, width: int, height: int) -> Picture:
    """Return the world before step `step`, in at most `width` times `height` cells."""
    state = observation(episode, step)
    if episode.discrete and state is not None:
        if episode.env.startswith("Taxi"):
            return taxi_stage(int(state), width, height)
        if letters := map_of(episode):
            return grid_stage(episode, letters, step, width, height)
    if state is not None:
        if episode.env.startswith("CartPole"):
            before = episode.observations[max(0, step - TRAIL) : step]
            action = taken(episode, step)
            return cartpole(state, width=width, height=height, action=action, trail=before)
        for name, draw in (("MountainCar", mountain_car), ("Acrobot", acrobot),
                           ("Pendulum", pendulum)):  # fmt: skip
            if episode.env.startswith(name):
                return draw(state, width=width, height=height)
    if (frame := episode.frame(step)) is not None:
        high, wide, pixels = frame
        array = np.frombuffer(pixels, np.uint8).reshape(high, wide, 3)
        return image(array, width=width, height=height)
    return numbers(state, width)


def observation(episode: Episode, step: int) -> Any:
    """Return what the agent saw before a step; the last there is beyond the end."""
    seen = episode.observations
    return seen[min(step, len(seen) - 1)] if seen else None


def taken(episode: Episode, step: int) -> Any:
    return episode.actions[step] if step < len(episode.actions) else None


def map_of(episode: Episode) -> Sequence[str]:
    """Return the rows of a grid world's map; none where it is not known."""
    return CLIFF if episode.env.startswith("CliffWalking") else episode.map or ()


def grid_stage(
    episode: Episode, rows: Sequence[str], step: int, width: int, height: int
) -> Picture:
    """Return a grid world: what places are worth, or how often they were visited, as shade."""
    letters = np.array([list(line) for line in rows])
    columns = letters.shape[1]
    values = np.zeros(letters.shape)
    for index, state in enumerate(episode.observations[: step + 1]):
        if 0 <= int(state) < letters.size:
            place = divmod(int(state), columns)
            worth = value_at(episode, index)
            values[place] = values[place] + 1 if worth is None else worth
    agent = divmod(int(observation(episode, step)), columns)
    return gridworld(
        values, width=width, height=height,
        walls=places(letters, WALLS), pits=places(letters, PITS),
        goals=places(letters, GOALS), agent=agent,
    )  # fmt: skip


def taxi_stage(state: int, width: int, height: int) -> Picture:
    """Return the taxi, its passenger and where they want to go, from the state's number."""
    rest, goal = divmod(state, 4)
    rest, passenger = divmod(rest, 5)
    where = divmod(rest, 5)
    values = np.zeros((5, 5))
    if passenger < 4:
        values[TAXI_STANDS[passenger]] = 1.0
    said = "rides" if passenger == 4 else f"waits at {TAXI_NAMES[passenger]}"
    text = f"The passenger {said} and wants to go to {TAXI_NAMES[goal]}."
    picture = gridworld(
        values,
        width=width,
        height=max(1, height - 2),
        goals=[TAXI_STANDS[goal]],
        agent=where,
    )
    return [*picture, *wrap([Run(text, Ink("muted"))], width)]


def places(letters: Any, kinds: str) -> list[tuple[int, int]]:
    return [(int(r), int(c)) for r, c in np.argwhere(np.isin(letters, list(kinds)))]


def value_at(episode: Episode, step: int) -> float | None:
    """Return what the agent took the state for: a value, or the best of its action values."""
    if episode.values is None or step >= len(episode.values):
        return None
    value = episode.values[step]
    return float(max(value)) if isinstance(value, list) else float(value)


def numbers(state: Any, width: int) -> Picture:
    """Return an observation as it is."""
    flat = np.atleast_1d(np.asarray(0.0 if state is None else state, dtype=float)).ravel()
    text = "  ".join(short(float(x)) for x in flat[:64])
    head = row(Run("observation", Ink("accent", bold=True)))
    return [head, *wrap([Run(text, Ink("text"))], width)]


def readings(episode: Episode, step: int, width: int) -> Picture:
    """Return step, action, reward and return in one line, and how the episode ended."""
    last = len(episode.rewards)
    total = sum(episode.rewards[:step])
    parts = [("step", f"{step} of {episode.length}"), ("return", short(total))]
    if step < last:
        names = action_names(episode.env, 12)
        action = episode.actions[step]
        shown = (
            names[action] if isinstance(action, int) and 0 <= action < 12 else str(action)
        )
        parts += [("action", shown), ("reward", short(episode.rewards[step]))]
    elif last < episode.length:
        parts.append(("kept", f"the first {last} steps"))
    elif episode.terminated or episode.truncated:
        parts.append(("ended", "terminated" if episode.terminated else "truncated"))
    runs: list[Run] = []
    for name, value in parts:
        text = value.replace(" ", "\u00a0")
        runs += [
            Run(f"{name}\u00a0", Ink("muted")),
            Run(f"{text}   ", Ink("title", bold=True)),
        ]
    return wrap(runs, width)


def choices(episode: Episode, step: int, width: int) -> Picture:
    """Return the agent's probabilities or action values at a step, the chosen one marked."""
    worth = weights(episode, step)
    if worth is None:
        return []
    title, values = worth
    names = action_names(episode.env, len(values))
    lead = max(map(len, names)) + 3
    low, high = min(0.0, *values), max(0.0, *values)
    room = max(4, width - lead - 9)
    rows: Picture = [row(Run(title, Ink("accent", bold=True)))]
    for index, (name, value) in enumerate(zip(names, values, strict=True)):
        chosen = taken(episode, step) == index
        share = (value - low) / (high - low) if high > low else 0.0
        bar = "█" * round(room * share)
        ink = Ink("series1" if chosen else "series0", bold=chosen)
        mark = "▸ " if chosen else "  "
        rows.append(row(Run(f"{mark}{name:<{lead - 2}}", ink), Run(f"{bar:<{room}}", ink),
                        Run(f" {short(value):>8}", Ink("text"))))  # fmt: skip
    return rows


def weights(episode: Episode, step: int) -> tuple[str, list[float]] | None:
    if episode.probabilities and step < len(episode.probabilities):
        return "probabilities", [float(p) for p in episode.probabilities[step]]
    if episode.values and step < len(episode.values):
        value = episode.values[step]
        if isinstance(value, list) and value:
            return "action values", [float(v) for v in value]
    return None


def tracks(episode: Episode, step: int, width: int, height: int) -> Picture:
    """Return reward collected, and the agent's values, over the steps, cursor at `step`."""
    steps = list(range(1, len(episode.rewards) + 1))
    series = [Series("return so far", steps, episode.returns())]
    worths = [value_at(episode, i) for i in range(len(episode.rewards))]
    if any(w is not None for w in worths):
        known = [float("nan") if w is None else w for w in worths]
        series.append(Series("value", [s - 1 for s in steps], known))
    return line_chart(
        series, width=width, height=height, x_label="step", cursor=float(step)
    )


def episode_line(episode: Episode) -> str:
    """Return an episode in a few words."""
    end = "terminated" if episode.terminated else "truncated"
    who = "you" if episode.training == 0 else f"after {episode.step} steps"
    return f"{who}: return {short(episode.total)}, {episode.length} steps, {end}"
