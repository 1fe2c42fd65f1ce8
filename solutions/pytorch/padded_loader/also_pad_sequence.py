"""Torch's own padding; tensors made once; an explicit sampler."""

import torch
from torch.nn.utils.rnn import pad_sequence
from torch.utils.data import (
    BatchSampler,
    DataLoader,
    Dataset,
    RandomSampler,
    SequentialSampler,
)

PAD = 0


class Sequences(Dataset):
    def __init__(self, sequences, labels):
        tensors = [torch.tensor(s, dtype=torch.long) for s in sequences]
        self.pairs = list(zip(tensors, map(int, labels), strict=True))

    def __len__(self):
        return len(self.pairs)

    def __getitem__(self, index):
        return self.pairs[index]


def collate(batch):
    tokens, labels = zip(*batch, strict=True)
    x = pad_sequence(tokens, batch_first=True, padding_value=PAD)
    lengths = torch.as_tensor(list(map(len, tokens)))
    return x, lengths, torch.as_tensor(labels)


def make_loader(data, batch_size, training, seed):
    own = torch.Generator()
    own.manual_seed(seed)
    order = (
        RandomSampler(data, generator=own)
        if training
        else SequentialSampler(data)
    )
    batches = BatchSampler(order, batch_size, drop_last=False)
    return DataLoader(
        data, batch_sampler=batches, collate_fn=collate, generator=own
    )
