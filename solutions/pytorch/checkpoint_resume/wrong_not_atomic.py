"""Writes straight to the target.

A full disk or a kill in the middle leaves half a file, and the old one is
gone: the only checkpoint.

Lesson: pytorch/saving#written-whole-or-not-at-all
"""

import random

import numpy as np
import torch
from torch import nn


def save(
    path: str,
    model: nn.Module,
    opt: torch.optim.Optimizer,
    scheduler: torch.optim.lr_scheduler.LRScheduler,
    epoch: int,
    best: float,
) -> None:
    """Write everything that the next epoch depends on to one file."""
    name, keys, *rest = np.random.get_state()
    state = {
        "model": model.state_dict(),
        "opt": opt.state_dict(),
        "scheduler": scheduler.state_dict(),
        "epoch": epoch,
        "best": best,
        "torch": torch.get_rng_state(),
        "numpy": (name, keys.tolist(), *rest),
        "python": random.getstate(),
    }
    # Renaming is all or nothing: at no time is there half a file at path.
    torch.save(state, path)


def load(
    path: str,
    model: nn.Module,
    opt: torch.optim.Optimizer,
    scheduler: torch.optim.lr_scheduler.LRScheduler,
    map_location: str = "cpu",
) -> tuple[int, float]:
    """Put it all back; return epoch and best."""
    state = torch.load(path, map_location=map_location, weights_only=True)
    model.load_state_dict(state["model"])
    opt.load_state_dict(state["opt"])
    scheduler.load_state_dict(state["scheduler"])
    # Generators live on the CPU, wherever the tensors went.
    torch.set_rng_state(state["torch"].cpu())
    np.random.set_state(state["numpy"])
    random.setstate(state["python"])
    return state["epoch"], state["best"]


def snapshot(model: nn.Module) -> dict[str, torch.Tensor]:
    """Return the state of the model as it is now."""
    state = model.state_dict()
    return {name: tensor.clone() for name, tensor in state.items()}
