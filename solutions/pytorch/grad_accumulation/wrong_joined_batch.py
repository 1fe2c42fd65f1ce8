"""Joins the pieces of a group to one batch.

The result is right, and the memory is that of the large batch: the one that
does not fit.

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
        sum(len(y) for _, y in group)
        opt.zero_grad()
        X = torch.cat([X for X, _ in group])
        y = torch.cat([y for _, y in group])
        loss_fn(model(X), y).backward()
        opt.step()
        if scheduler is not None:
            scheduler.step()
        steps += 1
    return steps
