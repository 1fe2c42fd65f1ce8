"""Jumping: what can be gone to, and the labels that name it."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import product

LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""Easiest to reach first."""


@dataclass(frozen=True, slots=True)
class Target:
    """A place on the screen and what going there does."""

    x: int
    y: int
    go: Callable[[], None]


def labels(count: int) -> list[str]:
    """Return `count` labels: single letters where they suffice, else pairs."""
    if count <= len(LETTERS):
        return list(LETTERS[:count])
    pairs = ["".join(pair) for pair in product(LETTERS, repeat=2)]
    return pairs[:count]
