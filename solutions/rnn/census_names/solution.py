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
    torch.manual_seed(seed)
    codes, lengths = _padded(names)
    model = Speller()
    optimiser = torch.optim.Adam(model.parameters(), lr=RATE)
    steps = EPOCHS * (1 + (len(names) - 1) // BATCH)
    # Large steps first, small ones at the end.
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, RATE, total_steps=steps
    )
    step = 0
    for _ in range(EPOCHS):
        for batch in torch.randperm(len(names)).split(BATCH):
            rows = codes[batch, : int(lengths[batch].max()) + 1]
            logits = model(rows[:, :-1])
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
        track.text("names it writes", _written(model, 8), step)
    return model


def log_probs(model: nn.Module, prefixes: list[str]) -> np.ndarray:
    """Return the logarithms of the chances of what comes next.

    Args:
        model: what `train` returned.
        prefixes: beginnings of names, perhaps empty.

    Returns:
        Shape (N, 27): for each prefix, of each symbol of SYMBOLS.
    """
    codes, lengths = _padded(prefixes)
    model.eval()
    with torch.no_grad():
        logits = model(codes[:, :-1])
        last = logits[torch.arange(len(prefixes)), lengths - 1]
    return last.double().log_softmax(dim=1).numpy()


def _padded(texts):
    """Return codes (N, longest + 2) with both boundaries, and lengths + 1."""
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


def _written(model, count):
    """Return names drawn from the model, each letter fed back."""

    def step(symbol, state):
        out, state = model.layer(model.embed(torch.tensor([[symbol]])), state)
        return model.read(out)[0, 0], state

    chance = torch.Generator().manual_seed(0)
    with torch.no_grad():
        names = [
            sample(step, 0, 0, 15, 1.0, None, chance) for _ in range(count)
        ]
    return " ".join("".join(SYMBOLS[c] for c in name) for name in names)
