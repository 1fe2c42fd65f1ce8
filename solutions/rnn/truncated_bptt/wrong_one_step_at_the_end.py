"""Adds up all losses and takes a single step at the end.

That is full backpropagation through the whole stream, with the memory it
needs: nothing is truncated, and the weights learn once per stream in place of
once per chunk.

Lesson: rnn/truncation#chunks
"""

from collections.abc import Callable

import torch

State = tuple[torch.Tensor, ...]


def train_stream(
    model: torch.nn.Module,
    loss: Callable[[torch.Tensor, torch.Tensor], torch.Tensor],
    optimiser: torch.optim.Optimizer,
    X: torch.Tensor,
    Y: torch.Tensor,
    fresh: torch.Tensor,
    K: int,
) -> list[float]:
    losses: list[float] = []
    state: State | None = None
    for number, start in enumerate(range(0, X.shape[1], K)):
        if state is not None:
            keep = ~fresh[:, number]
            state = tuple(s * keep[None, :, None] for s in state)
        outputs, state = model(X[:, start : start + K], state)
        cost = loss(outputs, Y[:, start : start + K])
        losses.append(cost)
    optimiser.zero_grad()
    sum(losses).backward()
    optimiser.step()
    return [cost.item() for cost in losses]
