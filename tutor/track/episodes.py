"""Episodes of an environment; see the package's docstring."""

import sys
from typing import Any

from tutor.track.api import scalar
from tutor.track.episode import packed
from tutor.track.records import MAX_EPISODE, MAX_FRAMES, MAX_STATE
from tutor.track.state import put, target

FRAME_HEIGHT, FRAME_WIDTH = 32, 48
"""Most rows and columns of a kept picture."""


def env(env: Any, every: int = 10, keep: int = 200, name: str = "") -> Any:
    """Return the environment, with its episodes recorded.

    Tracks ``episode return`` and ``episode length`` of each episode, at the environment steps done
    so far. Recorded are the first episode, every `every`-th, and each that is better than
    all before; with state numbers or small state vectors as they are, else as small
    pictures, if the environment was made with ``render_mode="rgb_array"`` (of every
    `every`-th alone, since drawing takes time). Vector environments are returned unchanged.

    Args:
        env: with Gymnasium's `reset` and `step`.
        every: of how many episodes one is recorded.
        keep: after so many recorded ones, half as many are.
        name: what it is called; its id, if it has one.
    """
    if target.ring is None or hasattr(env, "num_envs"):
        return env
    recorder = Recorder(env, max(1, int(every)), max(1, int(keep)), name)
    return wrapper_class(env)(env, recorder)


def policy(values: Any = None, probabilities: Any = None) -> None:
    """Tell what the agent thinks of the step it is about to take.

    Args:
        values: the state's value, or one for each action.
        probabilities: one for each action.
    """
    if target.ring is not None:
        target.policy = {"values": values, "probabilities": probabilities}


def wrapper_class(env: Any) -> type:
    """Return a class that passes everything on and lets a recorder listen."""
    gymnasium = sys.modules.get("gymnasium")
    is_env = gymnasium is not None and isinstance(env, gymnasium.Env)
    base: type = gymnasium.Wrapper if gymnasium and is_env else Delegate

    class Recorded(base):  # type: ignore[misc]
        """An environment whose episodes are recorded."""

        def __init__(self, env: Any, recorder: "Recorder") -> None:
            super().__init__(env)
            self.recorder = recorder

        def reset(self, **keywords: Any) -> Any:
            found = self.env.reset(**keywords)
            self.recorder.begin(found[0] if isinstance(found, tuple) else found)
            return found

        def step(self, action: Any) -> Any:
            found = self.env.step(action)
            self.recorder.step(action, *found[:4])
            return found

    return Recorded


class Delegate:
    """Stands for an environment that is none of Gymnasium's."""

    def __init__(self, env: Any) -> None:
        self.env = env

    def __getattr__(self, name: str) -> Any:
        return getattr(self.__dict__["env"], name)


class Recorder:
    """Writes down the episodes of one environment."""

    def __init__(self, env: Any, every: int, keep: int, name: str) -> None:
        self.env = env
        self.every = every
        self.keep = keep
        self.name = name or env_id(env)
        self.map = map_of(env)
        self.steps = 0
        """Environment steps so far."""
        self.number = -1
        self.kept = 0
        self.best = -float("inf")
        self.body: dict[str, Any] = {}
        self.shots: list[Any] = []
        self.going_on = False
        self.draws = True
        self.total, self.length, self.began = 0.0, 0, 0

    def begin(self, observation: Any) -> None:
        """Begin an episode; one that was left in the middle is forgotten."""
        self.number += 1
        self.going_on = True
        self.total, self.length, self.began = 0.0, 0, self.steps
        self.body = {"observations": [], "actions": [], "rewards": [], "told": []}
        self.shots = []
        self.see(observation)
        target.policy = {}

    def see(self, observation: Any) -> None:
        """Keep an observation, or a picture where it is too large."""
        state = state_of(observation)
        if state is not None:
            self.body["observations"].append(state)
        elif (
            self.number % self.every == 0
            and len(self.shots) < MAX_FRAMES
            and (shot := self.frame()) is not None
        ):
            self.shots.append((len(self.body["rewards"]), shot))

    def frame(self) -> Any:
        """Return a picture; once drawing has failed, it is not tried again."""
        try:
            return frame_of(self.env) if self.draws else None
        except Exception:  # of whatever kind a drawing library raises: the run goes on
            self.draws = False
            return None

    def step(
        self, action: Any, observation: Any, reward: Any, terminated: Any, truncated: Any
    ) -> None:
        """Write down one step; the last one ends the episode."""
        if not self.going_on:
            return
        self.steps += 1
        self.length += 1
        self.total += float(reward)
        if self.length <= MAX_EPISODE:
            self.body["actions"].append(plain(action))
            self.body["rewards"].append(float(reward))
            self.body["told"].append(target.policy)
            self.see(observation)
        target.policy = {}
        if terminated or truncated:
            self.end(bool(terminated), bool(truncated))

    def end(self, terminated: bool, truncated: bool) -> None:
        self.going_on = False
        better = self.total > self.best
        self.best = max(self.best, self.total)
        if better or self.number % self.every == 0:
            put("episode", self.name, self.began, number=self.number, length=self.length,
                total=self.total, terminated=terminated, truncated=truncated,
                **self.contents())  # fmt: skip
            self.kept += 1
            if self.kept % self.keep == 0:
                self.every *= 2
        scalar("episode return", self.total, self.steps)
        scalar("episode length", self.length, self.steps)

    def contents(self) -> dict[str, Any]:
        """Return the step-by-step part of a record."""
        told = self.body.pop("told")
        states = self.body["observations"]
        found = {**self.body, "discrete": bool(states) and type(states[0]) is int}
        for name in ("values", "probabilities"):
            given = [plain(step.get(name)) for step in told]
            if all(value is not None for value in given):
                found[name] = given
        if self.map:
            found["map"] = self.map
        if self.shots:
            found["frames"] = packed_frames(self.shots)
        return found


def env_id(env: Any) -> str:
    spec = getattr(env, "spec", None)
    return str(getattr(spec, "id", None) or type(getattr(env, "unwrapped", env)).__name__)


def map_of(env: Any) -> list[str]:
    """Return the rows of a grid world that has a map, such as FrozenLake's `desc`."""
    found: Any = getattr(getattr(env, "unwrapped", env), "desc", None)
    rows = found.tolist() if hasattr(found, "tolist") else found
    if not isinstance(rows, list | tuple):
        return []
    return ["".join(map(as_letter, row)) for row in rows if isinstance(row, str | list)]


def as_letter(cell: Any) -> str:
    return cell.decode(errors="replace") if isinstance(cell, bytes) else str(cell)


def state_of(observation: Any) -> Any:
    """Return a state number or a short list of numbers; None for anything larger."""
    if isinstance(observation, tuple):
        observation = list(observation)
    found = plain(observation)
    if type(found) is list and not all(type(part) in (int, float) for part in found):
        return None
    return None if type(found) is list and len(found) > MAX_STATE else found


def plain(value: Any) -> Any:
    """Return a number or a flat list of rounded numbers; None for anything else."""
    if value is None or type(value) in (int, float):
        return value
    if hasattr(value, "detach"):
        value = value.detach()
    if hasattr(value, "tolist"):
        value = value.tolist()
    if type(value) in (list, tuple):
        return [round(v, 5) if type(v) is float else plain(v) for v in value]
    return value if type(value) in (int, float) else None


def frame_of(env: Any) -> Any:
    """Return a small picture (H, W, 3) of whole numbers to 255, if the environment draws."""
    if getattr(env, "render_mode", None) != "rgb_array":
        return None
    import numpy as np

    pixels = np.asarray(env.render())
    if pixels.ndim != 3 or pixels.shape[-1] != 3:
        return None
    down = max(-(-pixels.shape[0] // FRAME_HEIGHT), -(-pixels.shape[1] // FRAME_WIDTH))
    high, wide = pixels.shape[0] // down, pixels.shape[1] // down
    if not high or not wide:
        return None
    cut = pixels[: high * down, : wide * down].astype(np.float32)
    return cut.reshape(high, down, wide, down, 3).mean(axis=(1, 3)).astype(np.uint8)


def packed_frames(shots: list[Any]) -> dict[str, Any]:
    height, width, _ = shots[0][1].shape
    return {
        "height": height,
        "width": width,
        "at": [at for at, _ in shots],
        "data": packed(b"".join(shot.tobytes() for _, shot in shots)),
    }
