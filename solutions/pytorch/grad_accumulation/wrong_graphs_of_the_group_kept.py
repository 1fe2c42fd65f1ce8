"""Adds up the losses of a group and calls backward once.

The graphs of all pieces are alive until then: again the memory of the large
batch. Backward after each piece frees its graph.

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
    batches = iter(micro_batches)
    steps = 0
    while group := list(islice(batches, k)):
        samples = sum(len(y) for _, y in group)
        opt.zero_grad()
        total = 0
        for X, y in group:
            total = total + loss_fn(model(X), y) * (len(y) / samples)
        total.backward()
        opt.step()
        if scheduler is not None:
            scheduler.step()
        steps += 1
    return steps
