"""Unroll a DBN into an autoencoder."""

import numpy as np
import torch
from torch import nn

Layer = tuple[np.ndarray, np.ndarray, np.ndarray]


def linear(weight: np.ndarray, bias: np.ndarray) -> nn.Linear:
    """Return a layer x -> x @ weight.T + bias with numbers of its own."""
    # TODO: an nn.Linear that starts from these numbers.
    raise NotImplementedError


class Unrolled(nn.Module):
    """An encoder and a decoder that start from one stack of RBMs."""

    def __init__(self, stack: list[Layer]) -> None:
        """Copy the stack, upwards and upside down.

        Args:
            stack: layers (W, b, c), from the bottom up.
        """
        # TODO: copy the stack upwards, and upside down.
        raise NotImplementedError

    def encode(self, X: torch.Tensor) -> torch.Tensor:
        """Return the codes of X (N, D)."""
        # TODO: the way up; the code is linear.
        raise NotImplementedError

    def decode(self, Z: torch.Tensor) -> torch.Tensor:
        """Return the reconstructions of codes Z."""
        # TODO: the way down.
        raise NotImplementedError

    def forward(self, X: torch.Tensor) -> torch.Tensor:
        """Return the reconstructions of X (N, D)."""
        # TODO: there and back.
        raise NotImplementedError


def fit_codes(
    model: nn.Module,
    X: torch.Tensor,
    epochs: int,
    rate: float,
    batch: int,
    seed: int,
) -> list[float]:
    """Train encoder and decoder to give back their input.

    Args:
        model: an Unrolled.
        X: inputs, shape (N, D).
        epochs: visits of all rows.
        rate: step size of Adam.
        batch: rows per step.
        seed: decides the order of the rows.

    Returns:
        The mean batch loss of every epoch.
    """
    # TODO: the loop of fit_net, with the input as the target.
    raise NotImplementedError
