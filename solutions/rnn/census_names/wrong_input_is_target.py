"""Trains the network to repeat the letter it was fed.

Inputs and targets have to be shifted against each other by one: after reading
symbol t the network predicts symbol t + 1. Unshifted, the training loss falls
to nearly zero, and the names are a surprise.

Lesson: rnn/unequal_lengths#filling-up
"""

import numpy as np
import torch
from torch import nn

from tutor import track
from tutor.yours import masked_sequence_loss

SYMBOLS = ".abcdefghijklmnopqrstuvwxyz"
UNITS = 128
EPOCHS = 9
BATCH = 64
RATE = 6e-3
DROP = 0.25


class Speller(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.embed = nn.Embedding(27, 32)
        self.layer = nn.GRU(32, UNITS, batch_first=True)
        self.drop = nn.Dropout(DROP)
        self.read = nn.Linear(UNITS, 27)

    def forward(self, codes: torch.Tensor) -> torch.Tensor:
        states, _ = self.layer(self.embed(codes))
        return self.read(self.drop(states))


def train(names: list[str], valid: list[str], seed: int) -> nn.Module:
    torch.manual_seed(seed)
    codes, lengths = _padded(names)
    model = Speller()
    optimiser = torch.optim.Adam(model.parameters(), lr=RATE)
    steps = EPOCHS * (1 + (len(names) - 1) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, RATE, total_steps=steps
    )
    step = 0
    for _ in range(EPOCHS):
        for batch in torch.randperm(len(names)).split(BATCH):
            rows = codes[batch, : int(lengths[batch].max()) + 1]
            logits = model(rows[:, 1:])
            loss = masked_sequence_loss(logits, rows[:, 1:], lengths[batch])
            optimiser.zero_grad()
            loss.backward()
            norm = nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            if step % 20 == 0:
                track.scalar("training loss", loss.item(), step)
                track.scalar("gradient norm", norm.item(), step)
            step += 1
        track.scalar("validation loss", _loss(model, valid), step)
    return model


def log_probs(model: nn.Module, prefixes: list[str]) -> np.ndarray:
    codes, lengths = _padded(prefixes)
    model.eval()
    with torch.no_grad():
        logits = model(codes[:, :-1])
        last = logits[torch.arange(len(prefixes)), lengths - 1]
    return last.double().log_softmax(dim=1).numpy()


def _padded(texts):
    lengths = torch.tensor([len(text) + 1 for text in texts])
    codes = torch.zeros(len(texts), int(lengths.max()) + 1, dtype=torch.long)
    for row, text in zip(codes, texts, strict=True):
        row[1 : len(text) + 1] = torch.tensor(
            [SYMBOLS.index(c) for c in text], dtype=torch.long
        )
    return codes, lengths


def _loss(model, names):
    codes, lengths = _padded(names)
    model.eval()
    with torch.no_grad():
        loss = masked_sequence_loss(
            model(codes[:, :-1]), codes[:, 1:], lengths
        )
    model.train()
    return loss.item()
