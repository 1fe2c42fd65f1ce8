"""Carries the state on with the graph that made it.

The second `backward` then walks through the first chunk again, whose
intermediate values are gone: torch says "backward through the graph a second
time". With `retain_graph=True` it would run, slower and larger with every
chunk. Cut the graph, keep the value.

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
            state = tuple(s * keep[None, :, None] for s in state)
        outputs, state = model(X[:, start : start + K], state)
        cost = loss(outputs, Y[:, start : start + K])
        optimiser.zero_grad()
        cost.backward()
        optimiser.step()
        losses.append(cost.item())
    return losses
