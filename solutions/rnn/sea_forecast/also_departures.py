"""Another right way: an LSTM on departures from the mean of each month."""

import numpy as np
import torch
from torch import nn


def standard(model, series):
    month = np.arange(len(series)) % 12
    return (series - model["normal"][month]) / model["spread"]


def train(series, seed, steps=300):
    torch.manual_seed(seed)
    month = np.arange(len(series)) % 12
    normal = np.array([series[month == m].mean() for m in range(12)])
    model = {"normal": normal, "spread": 1.0}
    model["spread"] = float(standard(model, series).std())
    z = torch.tensor(standard(model, series), dtype=torch.float32)
    rnn, out = nn.LSTM(1, 8), nn.Linear(8, 1)
    params = [*rnn.parameters(), *out.parameters()]
    opt = torch.optim.AdamW(params, lr=1e-2, weight_decay=0.1)
    for step in range(steps):
        for group in opt.param_groups:
            group["lr"] = 1e-2 * (1 - step / steps)
        k = torch.randint(len(z) - 36, (24,))
        w = torch.stack([z[i : i + 37] for i in k.tolist()], dim=1)
        guess = w[:-1] + out(rnn(w[:-1, :, None])[0])[..., 0]
        loss = ((guess - w[1:])[6:] ** 2).mean()
        opt.zero_grad()
        loss.backward()
        opt.step()
    model["rnn"], model["out"] = rnn, out
    return model


def forecast(model, series):
    z = torch.tensor(standard(model, series), dtype=torch.float32)
    with torch.no_grad():
        guess = z + model["out"](model["rnn"](z[:, None, None])[0])[:, 0, 0]
    following = model["normal"][(np.arange(len(series)) + 1) % 12]
    return following + model["spread"] * guess.numpy().astype(float)
