"""Steps of a large batch, computed in small pieces."""

from collections.abc import Callable, Iterable

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
    # TODO: groups of k; clear, add up weighted gradients, step.
    raise NotImplementedError
