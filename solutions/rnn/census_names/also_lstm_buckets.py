"""Another right way: an LSTM, batches of one length, letters as one-hot rows."""

from collections import defaultdict

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

SYMBOLS = ".abcdefghijklmnopqrstuvwxyz"


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.LSTM(27, 128)
        self.out = nn.Linear(128, 27)

    def forward(self, x, p=0.0):
        h = self.rnn(F.one_hot(x, 27).float())[0]
        return self.out(F.dropout(h, p, p > 0))


def encode(group):
    rows = [[0, *map(SYMBOLS.index, name), 0] for name in group]
    return torch.tensor(rows).T


def train(names, valid, seed):
    generator = torch.Generator().manual_seed(seed)
    torch.manual_seed(seed)
    by_length = defaultdict(list)
    for name in names:
        by_length[len(name)].append(name)
    batches = []
    for group in by_length.values():
        table = encode(group)
        batches += [table[:, i : i + 48] for i in range(0, len(group), 48)]
    net = Net()
    opt = torch.optim.AdamW(net.parameters(), lr=8e-3, weight_decay=0.02)
    epochs = 14
    for epoch in range(epochs):
        for group in opt.param_groups:
            group["lr"] = 8e-3 * (1 - epoch / epochs)
        for k in torch.randperm(len(batches), generator=generator).tolist():
            b = batches[k]
            loss = F.cross_entropy(
                net(b[:-1], 0.3).flatten(0, 1), b[1:].flatten()
            )
            opt.zero_grad()
            loss.backward()
            opt.step()
    return net


def log_probs(model, prefixes):
    out = np.empty((len(prefixes), 27))
    places = defaultdict(list)
    for i, prefix in enumerate(prefixes):
        places[len(prefix)].append(i)
    with torch.no_grad():
        for group in places.values():
            x = encode([prefixes[i] for i in group])[:-1]
            z = model(x)[-1]
            out[group] = z.double().log_softmax(dim=1).numpy()
    return out
