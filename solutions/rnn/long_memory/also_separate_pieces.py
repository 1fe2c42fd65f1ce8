"""Another right way: time first, the last state taken from torch, plain rates."""

import numpy as np
import torch
import torch.nn.functional as F

from tutor.yours import adding_batch


def train(seed, steps, batches=500):
    torch.manual_seed(seed)
    source = np.random.default_rng([seed, 7])
    parts = torch.nn.ModuleList([torch.nn.GRU(2, 48), torch.nn.Linear(48, 1)])
    adam = torch.optim.Adam(parts.parameters(), lr=0.01)
    for done in range(batches):
        if done == batches * 3 // 4:
            adam.param_groups[0]["lr"] = 0.002
        inputs, sums = adding_batch(source, 96, steps)
        target = torch.tensor(sums, dtype=torch.float32).unsqueeze(1)
        adam.zero_grad()
        F.mse_loss(forward(parts, inputs), target).backward()
        torch.nn.utils.clip_grad_value_(parts.parameters(), 0.5)
        adam.step()
    return parts


def forward(parts, sequences):
    layer, head = parts
    turned = torch.as_tensor(sequences, dtype=torch.float32).transpose(0, 1)
    _, last = layer(turned)
    return head(last[0])


def answer(model, X):
    return forward(model, X).detach().numpy().ravel().astype(np.float64)
