"""Shares one generator between all loaders.

Each new loader seeds it again, and each epoch of any loader moves it on: what
one loader draws depends on when others were made and read. A generator for
each keeps them apart.

Lesson: pytorch/data#order-and-chance
"""

import torch
from torch.utils.data import DataLoader, Dataset

PAD = 0
CHANCE = torch.Generator()
Sample = tuple[torch.Tensor, int]


class Sequences(Dataset):
    """Sequences of tokens with one label each."""

    def __init__(self, sequences: list[list[int]], labels: list[int]) -> None:
        """Keep sequences and labels."""
        self.sequences = sequences
        self.labels = labels

    def __len__(self) -> int:
        """Return the number of sequences."""
        return len(self.sequences)

    def __getitem__(self, index: int) -> Sample:
        """Return tokens (T,) as int64, and the label."""
        return torch.tensor(self.sequences[index]), self.labels[index]


def collate(
    batch: list[Sample],
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Return x (N, T), lengths (N,) and y (N,) of a list of samples."""
    lengths = torch.tensor([len(tokens) for tokens, _ in batch])
    x = torch.full((len(batch), int(lengths.max())), PAD)
    for row, (tokens, _) in zip(x, batch, strict=True):
        row[: len(tokens)] = tokens
    return x, lengths, torch.tensor([label for _, label in batch])


def make_loader(
    data: Dataset, batch_size: int, training: bool, seed: int
) -> DataLoader:
    """Return a loader; shuffled in training, and by its seed alone."""
    # A generator of its own, in evaluation too: at the start of every epoch
    # a loader draws a number, shuffled or not.
    generator = CHANCE.manual_seed(seed)
    return DataLoader(
        data,
        batch_size,
        shuffle=training,
        collate_fn=collate,
        generator=generator,
    )
