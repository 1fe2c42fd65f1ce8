"""Telemetry for learning code: ``from tutor import track``.

Every function is a no-op outside the tool and never blocks training inside it. Values go
through a bounded ring in shared memory; when nobody reads, they are dropped and counted.

    track.scalar("loss", loss, step)                        a number, at every step if you like
    track.histogram("W1", W1, step)                         a distribution
    track.image("filters", filters, step)                   (H, W), (H, W, 3) or (N, H, W)
    track.text("sample", "the cat sat", step)
    track.confusion("test", counts, step)                   (C, C), rows the truth
    track.scatter("latent", z, labels, step)                (N, 2)
    track.attention("head 1", weights, step, words, words)  (queries, keys)
    track.matrix("Q", q, step)                              any small table
    lr = track.knob("lr", 0.1, low=0.001, high=1.0)         the watcher may change it
    track.watch(model, every=50)                            layers of a torch module
    track.layers({"W1": (W1, dW1)}, step)                   the same of numpy arrays
    env = track.env(env)                                    episodes of an environment
    track.policy(values=q, probabilities=p)                 … what the agent thinks of a step

The tool knows some series by name, and says what it makes of them: ``loss``, ``training
loss``, ``validation loss``, ``return``, ``entropy``, ``Q mean``, ``KL``, ``D loss``,
``D real``, ``D fake``, ``modes`` and a few more, listed in `tutor.track.records`.
"""

from tutor.track.api import histogram, knob, scalar, text
from tutor.track.episodes import env, policy
from tutor.track.layers import layers
from tutor.track.modules import watch
from tutor.track.pictures import attention, confusion, image, matrix, scatter
from tutor.track.state import Stopped, connect

__all__ = [
    "Stopped",
    "attention",
    "confusion",
    "connect",
    "env",
    "histogram",
    "image",
    "knob",
    "layers",
    "matrix",
    "policy",
    "scalar",
    "scatter",
    "text",
    "watch",
]
