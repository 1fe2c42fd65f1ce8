"""Switches the model to training mode.

The caller has chosen a mode, perhaps to train with the dropout off. A function
that is asked for an epoch of steps leaves that alone, as the contract says.

Lesson: pytorch/suspects#a-large-batch-in-small-pieces
"""

from collections.abc import Callable, Iterable
from itertools import islice

import torch
from torch import nn


def train_epoch(
    model: nn.Module,
    micro_batches: Iterable[tuple[torch.Tensor, torch.Tensor]],
    opt: torch.optim.Optimizer,
    loss_fn: Callable[[torch.Tensor, torch.Tensor], torch.Tensor],
    k: int,
    scheduler: torch.optim.lr_scheduler.LRScheduler | None = None,
) -> int:
    """Take one optimiser step per k micro-batches; return how many."""
    model.train()
    batches = iter(micro_batches)
    steps = 0
    while group := list(islice(batches, k)):
        samples = sum(len(y) for _, y in group)
        opt.zero_grad()
        for X, y in group:
            # A mean over few samples: its share of the mean over all.
            loss = loss_fn(model(X), y) * (len(y) / samples)
            loss.backward()
        opt.step()
        if scheduler is not None:
            scheduler.step()
        steps += 1
    return steps
