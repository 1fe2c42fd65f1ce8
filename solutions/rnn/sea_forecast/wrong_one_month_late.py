"""Puts each forecast one place too far on: entry t is the forecast of month t.

Entry t is made at time t, and is for month t + 1.

Lesson: rnn/forecasting#one-step-one-index
"""

import numpy as np
import torch
from torch import nn

from tutor import track

UNITS = 16
WINDOW = 48
BATCH = 16
RATE = 1e-2


class Forecaster(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.layer = nn.LSTM(1, UNITS)
        self.read = nn.Linear(UNITS, 1)
        self.level, self.scale = 0.0, 1.0

    def forward(self, z: torch.Tensor) -> torch.Tensor:
        # Time first: this way torch reads a batch fastest.
        states, _ = self.layer(z.T[:, :, None])
        return z + self.read(states)[:, :, 0].T


def train(series: np.ndarray, seed: int, steps: int = 400) -> nn.Module:
    torch.manual_seed(seed)
    model = Forecaster()
    model.level, model.scale = float(series.mean()), float(series.std())
    z = torch.tensor((series - model.level) / model.scale).float()
    optimiser = torch.optim.Adam(model.parameters(), lr=RATE)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, RATE, total_steps=steps
    )
    offsets = torch.arange(WINDOW + 1)
    for step in range(steps):
        starts = torch.randint(len(z) - WINDOW, (BATCH, 1))
        part = z[starts + offsets]
        guess = model(part[:, :-1])
        loss = (guess - part[:, 1:])[:, 8:].square().mean()
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        if step % 10 == 0:
            track.scalar("training loss", loss.item(), step)
    return model


def forecast(model: nn.Module, series: np.ndarray) -> np.ndarray:
    z = torch.tensor((series - model.level) / model.scale).float()
    with torch.no_grad():
        guess = model(z[None])[0].double().numpy()
        guess = np.r_[z[0].item(), guess[:-1]]
    return guess * model.scale + model.level
