"""Capstone: a network that spells names."""

import numpy as np
import torch
from torch import nn

from tutor import track
from tutor.yours import masked_sequence_loss, sample

SYMBOLS = ".abcdefghijklmnopqrstuvwxyz"
UNITS = 128
EPOCHS = 9
BATCH = 64
RATE = 6e-3
DROP = 0.25


class Speller(nn.Module):
    """Scores of the next symbol after each symbol of a batch of texts."""

    def __init__(self) -> None:
        super().__init__()
        self.embed = nn.Embedding(27, 32)
        self.layer = nn.GRU(32, UNITS, batch_first=True)
        self.drop = nn.Dropout(DROP)
        self.read = nn.Linear(UNITS, 27)

    def forward(self, codes: torch.Tensor) -> torch.Tensor:
        """Return logits (N, T, 27) for symbols (N, T)."""
        states, _ = self.layer(self.embed(codes))
        return self.read(self.drop(states))


def train(names: list[str], valid: list[str], seed: int) -> nn.Module:
    """Return a model of the names, all that `log_probs` needs.

    Args:
        names: to learn from.
        valid: to watch and to decide by; not to learn from.
        seed: decides all that is random.
    """
    # TODO: batches, loss, steps; return the model.
    raise NotImplementedError


def log_probs(model: nn.Module, prefixes: list[str]) -> np.ndarray:
    """Return the logarithms of the chances of what comes next.

    Args:
        model: what `train` returned.
        prefixes: beginnings of names, perhaps empty.

    Returns:
        Shape (N, 27): for each prefix, of each symbol of SYMBOLS.
    """
    # TODO: the distribution after each prefix.
    raise NotImplementedError
