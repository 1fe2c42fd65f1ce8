"""Fine-tune a DBN: classes and numbers."""

import numpy as np
import torch
from torch import nn

Layer = tuple[np.ndarray, np.ndarray, np.ndarray]


def build_net(stack: list[Layer], outputs: int) -> nn.Sequential:
    """Return a sigmoid network that starts from the stack.

    Args:
        stack: trained layers (W, b, c), from the bottom up.
        outputs: number of outputs of the linear head.

    Returns:
        Linear, Sigmoid, ..., Linear; the head is zero.
    """
    modules: list[nn.Module] = []
    for W, _, c in stack:
        linear = nn.Linear(*W.shape)
        with torch.no_grad():
            linear.weight.copy_(torch.tensor(W.T))
            linear.bias.copy_(torch.tensor(c))
        modules += [linear, nn.Sigmoid()]
    # A head of zeros says nothing yet: the first gradients that reach the
    # stack are small, and what it has learned is not shaken.
    head = nn.Linear(stack[-1][0].shape[1], outputs)
    nn.init.zeros_(head.weight)
    nn.init.zeros_(head.bias)
    return nn.Sequential(*modules, head)


def loss_of(
    net: nn.Module, X: torch.Tensor, y: torch.Tensor, task: str
) -> torch.Tensor:
    """Return the mean loss of a batch.

    Args:
        net: what build_net returned.
        X: inputs, shape (N, D).
        y: classes, int64, or targets, float32; shape (N,).
        task: "classification" or "regression".

    Returns:
        A scalar tensor.
    """
    out = net(X)
    if task == "classification":
        return nn.functional.cross_entropy(out, y)
    # (N, 1) beside (N,) would broadcast to (N, N).
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
    """Train all parameters of `net` in place.

    Args:
        net: what build_net returned.
        X: inputs, shape (N, D).
        y: classes or targets, shape (N,).
        task: "classification" or "regression".
        epochs: visits of all rows.
        rate: step size of Adam.
        batch: rows per step.
        seed: decides the order of the rows.

    Returns:
        The mean batch loss of every epoch.
    """
    source = torch.Generator().manual_seed(seed)
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
