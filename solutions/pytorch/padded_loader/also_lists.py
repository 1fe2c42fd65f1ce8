"""Padding with Python lists."""

import torch
import torch.utils.data as data_tools

PAD = 0


class Sequences(data_tools.Dataset):
    def __init__(self, sequences, labels):
        self.sequences = [list(s) for s in sequences]
        self.labels = list(labels)

    def __len__(self):
        return len(self.labels)

    def __getitem__(self, i):
        return torch.LongTensor(self.sequences[i]), self.labels[i]


def collate(batch):
    widest = max(tokens.numel() for tokens, _ in batch)
    rows, lengths, y = [], [], []
    for tokens, label in batch:
        values = tokens.tolist()
        lengths.append(len(values))
        rows.append(values + [PAD] * (widest - len(values)))
        y.append(label)
    return torch.tensor(rows), torch.tensor(lengths), torch.tensor(y)


def make_loader(data, batch_size, training, seed):
    return data_tools.DataLoader(
        dataset=data,
        batch_size=batch_size,
        shuffle=bool(training),
        drop_last=False,
        num_workers=0,
        collate_fn=collate,
        generator=torch.Generator().manual_seed(seed),
    )
