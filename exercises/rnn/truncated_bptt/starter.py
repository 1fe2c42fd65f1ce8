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
    # TODO: chunk by chunk; carry the values, cut the graph.
    raise NotImplementedError
