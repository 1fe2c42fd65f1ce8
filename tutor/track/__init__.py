"""Telemetry for learning code: ``from tutor import track``.

Every function is a no-op outside the tool and never blocks or fails training inside it.
Values go through a bounded ring in shared memory; when nobody reads, they are dropped and
counted.

    track.scalar("loss", loss, step)
    track.image("weights of unit 3", w.reshape(8, 8), step)
    lr = track.knob("lr", 0.1, low=0.001, high=1.0)
"""

from tutor.track.api import (
    Stopped,
    confusion,
    connect,
    histogram,
    image,
    knob,
    scalar,
    text,
)

__all__ = [
    "Stopped",
    "confusion",
    "connect",
    "histogram",
    "image",
    "knob",
    "scalar",
    "text",
]
