"""An episode as front ends read it."""

import base64
import zlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tutor.track.records import EpisodeRecord, Frames


@dataclass(frozen=True, slots=True)
class Episode:
    """What an agent saw, did and got, step by step.

    Step `i` takes `observations[i]` to `observations[i + 1]` by `actions[i]` for
    `rewards[i]`. Lists hold the first `len(rewards)` of `length` steps.
    """

    env: str
    """Id of the environment, such as ``CartPole-v1``; after a comma what the episode is."""
    training: int
    """Which training of the run, from 1."""
    number: int
    """Episodes of this training before it."""
    step: int
    """Environment steps of this training before it."""
    seconds: float
    """Since the run began, when the episode ended."""
    length: int
    total: float
    """Undiscounted return."""
    terminated: bool
    """The world ended it."""
    truncated: bool
    """A limit of time ended it."""
    discrete: bool
    """Observations are state numbers, not vectors."""
    observations: list[Any]
    actions: list[Any]
    rewards: list[float]
    values: list[Any] | None
    """Per step the state's value, or a list with one for each action."""
    probabilities: list[list[float]] | None
    map: list[str] | None
    """Rows of a grid world, one letter a cell."""
    frames: Frames | None

    @property
    def world(self) -> str:
        """Return the id of the environment alone."""
        return self.env.partition(",")[0]

    @classmethod
    def of(
        cls, record: EpisodeRecord, training: int = 1, seconds: float = 0.0
    ) -> "Episode":
        """Return the episode in a checked record."""
        return cls(
            env=record["name"], training=training, number=record["number"],
            step=record["step"], seconds=seconds, length=record["length"],
            total=record["total"], terminated=record["terminated"],
            truncated=record["truncated"], discrete=record["discrete"],
            observations=record["observations"], actions=record["actions"],
            rewards=record["rewards"], values=record.get("values"),
            probabilities=record.get("probabilities"), map=record.get("map"),
            frames=record.get("frames"),
        )  # fmt: skip

    def returns(self) -> list[float]:
        """Return the reward collected up to and including each step."""
        total, found = 0.0, []
        for reward in self.rewards:
            total += reward
            found.append(total)
        return found

    def frame(self, step: int) -> tuple[int, int, bytes] | None:
        """Return height, width and RGB bytes of the newest picture at a step, if any."""
        if self.frames is None or not self.frames["at"]:
            return None
        height, width = self.frames["height"], self.frames["width"]
        before = [i for i, at in enumerate(self.frames["at"]) if at <= step]
        size, index = 3 * height * width, before[-1] if before else 0
        data = kept_unpacked(self.frames["data"], size * len(self.frames["at"]))
        return height, width, data[index * size : (index + 1) * size]


@lru_cache(maxsize=4)
def kept_unpacked(text: str, size: int) -> bytes:
    """Return the bytes in a text; those of the newest few episodes stay at hand."""
    return unpacked(text, size)


def packed(pixels: bytes) -> str:
    """Return bytes as short text."""
    return base64.b64encode(zlib.compress(pixels, 6)).decode()


def unpacked(text: str, size: int) -> bytes:
    """Return the bytes in a text, never more than `size`.

    Raises:
        ValueError: the text holds something else.
    """
    try:
        data = zlib.decompressobj().decompress(base64.b64decode(text), size)
    except zlib.error as error:
        raise ValueError(str(error)) from None
    if len(data) != size:
        raise ValueError("pictures are cut short")
    return data
