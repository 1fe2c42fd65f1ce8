"""From sequences of different lengths to batches."""

import torch
from torch.utils.data import DataLoader, Dataset

PAD = 0
Sample = tuple[torch.Tensor, int]


class Sequences(Dataset):
    """Sequences of tokens with one label each."""

    def __init__(self, sequences: list[list[int]], labels: list[int]) -> None:
        """Keep sequences and labels."""
        # TODO: what does one sample need?
        raise NotImplementedError

    def __len__(self) -> int:
        """Return the number of sequences."""
        # TODO: how many?
        raise NotImplementedError

    def __getitem__(self, index: int) -> Sample:
        """Return tokens (T,) as int64, and the label."""
        # TODO: one tensor and one int.
        raise NotImplementedError


def collate(
    batch: list[Sample],
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Return x (N, T), lengths (N,) and y (N,) of a list of samples."""
    # TODO: lengths; a tensor of PAD; fill each row from the left.
    raise NotImplementedError


def make_loader(
    data: Dataset, batch_size: int, training: bool, seed: int
) -> DataLoader:
    """Return a loader; shuffled in training, and by its seed alone."""
    # TODO: who draws the order?
    raise NotImplementedError
