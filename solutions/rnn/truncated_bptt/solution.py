"""Truncated backpropagation through time, over a long stream."""

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
    """Train a model along a stream, chunk by chunk.

    Args:
        model: `model(x, state)` returns (outputs, state) for x (N, k, D);
            a state is a tuple of tensors (1, N, H), or None for the start.
        loss: of outputs and targets, a tensor of shape ().
        optimiser: of the model's parameters.
        X: the stream, N lanes side by side, shape (N, T, D).
        Y: its targets, shape (N, T, ...).
        fresh: whether lane n begins a new document with chunk k, a boolean
            tensor of shape (N, number of chunks).
        K: steps per chunk; the last chunk may be shorter.

    Returns:
        The loss of each chunk, before its step.
    """
    losses: list[float] = []
    state: State | None = None
    for number, start in enumerate(range(0, X.shape[1], K)):
        if state is not None:
            keep = ~fresh[:, number]
            # The values go on; the graph that made them ends here.
            state = tuple(s.detach() * keep[None, :, None] for s in state)
        outputs, state = model(X[:, start : start + K], state)
        cost = loss(outputs, Y[:, start : start + K])
        optimiser.zero_grad()
        cost.backward()
        optimiser.step()
        losses.append(cost.item())
    return losses
