"""Clears the gradients between backward and step.

`backward` has filled them, and `zero_grad` throws away what it found: the step
that follows has nothing to go by, and the weights stay as they were. The losses
still change from chunk to chunk, since the data do.

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
            state = tuple(s.detach() * keep[None, :, None] for s in state)
        outputs, state = model(X[:, start : start + K], state)
        cost = loss(outputs, Y[:, start : start + K])
        cost.backward()
        optimiser.zero_grad()
        optimiser.step()
        losses.append(cost.item())
    return losses
