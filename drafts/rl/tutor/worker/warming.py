"""Imports and first computations, done before anybody waits for them."""

import importlib
import sys

WORLDS = ("gymnasium.envs.classic_control", "gymnasium.envs.toy_text")
"""Where `gymnasium.make` finds its environments, which it would import when it is called."""
TOOLSETS = {
    "numpy": (),
    "gymnasium": ("gymnasium", *WORLDS, "tutor.envs"),
    "torch": ("torch", "gymnasium", *WORLDS, "tutor.envs", "tutor.harness.differences"),
}
"""What each toolset imports beside numpy."""


def warm_up(toolset: str) -> None:
    """Import what a first request would otherwise wait for, and set its memory apart.

    Runs in the host: whatever the processes forked from it share is loaded here once.
    """
    import gc

    for name in ("numpy", *TOOLSETS[toolset]):
        importlib.import_module(name)
    if torch := sys.modules.get("torch"):
        torch.set_num_threads(1)
    rehearse()
    gc.collect()
    gc.freeze()


def rehearse() -> None:
    """Compute a little with everything that is loaded.

    The first optimizer step of a process imports much lazily, and a forked process pays for
    each page of memory when it first writes there: a spare one does so while it waits.
    """
    import numpy as np

    z = np.random.default_rng(0).normal(size=(4, 3))
    np.isclose(np.exp(z) @ z.T, z.sum(axis=1, keepdims=True), rtol=1e-6).all()
    if torch := sys.modules.get("torch"):
        layer = torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.ReLU())
        optimizer = torch.optim.Adam(layer.parameters())
        layer(torch.from_numpy(z).float()).square().mean().backward()
        optimizer.step()
