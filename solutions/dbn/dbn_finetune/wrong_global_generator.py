"""Seeds the global generator of torch.

Whatever else draws from it, in the program that calls, starts again at the same numbers. A
`torch.Generator` of its own leaves all others alone.

Lesson: dbn/fine_tuning#from-stack-to-network
"""

import numpy as np
import torch
from torch import nn

Layer = tuple[np.ndarray, np.ndarray, np.ndarray]


def build_net(stack: list[Layer], outputs: int) -> nn.Sequential:
    modules: list[nn.Module] = []
    for W, _, c in stack:
        linear = nn.Linear(*W.shape)
        with torch.no_grad():
            linear.weight.copy_(torch.tensor(W.T))
            linear.bias.copy_(torch.tensor(c))
        modules += [linear, nn.Sigmoid()]
    head = nn.Linear(stack[-1][0].shape[1], outputs)
    nn.init.zeros_(head.weight)
    nn.init.zeros_(head.bias)
    return nn.Sequential(*modules, head)


def loss_of(
    net: nn.Module, X: torch.Tensor, y: torch.Tensor, task: str
) -> torch.Tensor:
    out = net(X)
    if task == "classification":
        return nn.functional.cross_entropy(out, y)
    return nn.functional.mse_loss(out[:, 0], y)


def fit_net(
    net: nn.Module,
    X: torch.Tensor,
    y: torch.Tensor,
    task: str,
    epochs: int,
    rate: float,
    batch: int,
    seed: int,
) -> list[float]:
    source = torch.manual_seed(seed)
    optimiser = torch.optim.Adam(net.parameters(), lr=rate)
    history = []
    for _ in range(epochs):
        losses = []
        for rows in torch.randperm(len(X), generator=source).split(batch):
            loss = loss_of(net, X[rows], y[rows], task)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            losses.append(loss.item())
        history.append(sum(losses) / len(losses))
    return history
