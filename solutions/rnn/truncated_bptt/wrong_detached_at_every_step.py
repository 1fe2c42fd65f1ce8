"""Runs step by step and cuts the graph between any two steps.

Then the gradient never reaches back more than one step, whatever K is. The cut
belongs between chunks; inside of a chunk the graph has to hold together.

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
            state = tuple(s.detach() * keep[None, :, None] for s in state)
        parts = []
        for t in range(start, min(start + K, X.shape[1])):
            if state is not None:
                state = tuple(s.detach() for s in state)
            part, state = model(X[:, t : t + 1], state)
            parts.append(part)
        outputs = torch.cat(parts, dim=1)
        cost = loss(outputs, Y[:, start : start + K])
        optimiser.zero_grad()
        cost.backward()
        optimiser.step()
        losses.append(cost.item())
    return losses
