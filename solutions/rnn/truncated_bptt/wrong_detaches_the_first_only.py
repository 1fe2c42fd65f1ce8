"""Cuts the graph of the first part of the state alone.

An LSTM's state has two parts, and the cell is the one with the long memory.
Its graph still reaches back to the first chunk.

Lesson: rnn/truncation#cut-the-graph-keep-the-value
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
            state = tuple(
                (s if i else s.detach()) * keep[None, :, None]
                for i, s in enumerate(state)
            )
        outputs, state = model(X[:, start : start + K], state)
        cost = loss(outputs, Y[:, start : start + K])
        optimiser.zero_grad()
        cost.backward()
        optimiser.step()
        losses.append(cost.item())
    return losses
