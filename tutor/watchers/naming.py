"""By which names series are known: the table of `docs/runs.md`, and its reading."""

from functools import lru_cache
from typing import NamedTuple

SYNONYMS: dict[str, tuple[str, ...]] = {
    "loss": ("loss", "training loss", "train loss", "cost"),
    "validation loss": ("validation loss", "held-out loss", "test loss", "val loss"),
    "gradient norm": ("gradient norm", "grad norm"),
    "weight norm": ("weight norm",),
    "update ratio": ("update ratio",),
    "dead units": ("dead units",),
    "input scale": ("input scale",),
    "return": ("return", "episode return", "episodic return"),
    "entropy": ("entropy", "policy entropy"),
    "exploration": ("exploration", "epsilon"),
    "q mean": ("q mean", "value mean", "mean q"),
    "return bound": ("return bound",),
    "kl": ("kl", "kl divergence"),
    "d loss": ("d loss", "discriminator loss"),
    "g loss": ("g loss", "generator loss"),
    "d real": ("d real",),
    "d fake": ("d fake",),
    "modes": ("modes", "modes covered"),
    "modes of": ("modes of",),
}
"""What a series means to what it may be called, in lower case."""

ROLES = {name: role for role, names in SYNONYMS.items() for name in names}


class Reading(NamedTuple):
    """One number of a series that some watcher reads."""

    name: str
    """As the learner wrote it."""
    role: str
    layer: str
    """What stands behind the slash, of series that come by layer."""
    step: int
    value: float


@lru_cache(maxsize=4096)
def role_of(name: str) -> tuple[str, str] | None:
    """Return what a series means, and of which layer; None when no watcher knows it."""
    head, _, layer = name.partition("/")
    role = ROLES.get(" ".join(head.lower().replace("_", " ").split()))
    return None if role is None else (role, layer)
