"""Accuses loops that hand over the model's output.

It is the other way round: the loss contains the softmax and wants the scores
as they are.

Lesson: pytorch/suspects#a-test-that-names-the-bug
"""

from collections.abc import Callable

import torch
from torch import nn

# Three samples and one: the mean over samples is no mean of means.
BATCHES = [(torch.ones(n, 2), torch.zeros(n).long()) for n in (3, 1)]


class Spy(nn.Module):
    """Two scores per sample; notes what happens at each forward pass."""

    def __init__(self) -> None:
        """Start with all weights 1, and an empty notebook."""
        super().__init__()
        self.weight = nn.Parameter(torch.ones(2, 2))
        self.modes, self.grads, self.scores = [], [], None

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the scores."""
        self.modes.append(self.training)
        self.grads.append(torch.is_grad_enabled())
        self.scores = x @ self.weight
        return self.scores


def find_bugs(fit: Callable, evaluate: Callable) -> set[str]:
    """Return the names of the bugs in two functions, or the empty set."""
    found = set()
    for mode in (True, False):
        found |= watch_fit(fit, mode) | watch_evaluate(evaluate, mode)
    return found


def watch_fit(fit: Callable, mode: bool) -> set[str]:
    """Return what is seen in one epoch, for a model that comes in `mode`."""
    model = Spy().train(mode)
    same = []

    def loss_fn(scores, y):
        same.append(torch.equal(scores, model.scores))
        # The gradient of every batch is 1, whatever the scores are.
        return model.weight.sum()

    opt = torch.optim.SGD(model.parameters(), lr=1.0)
    result = fit(model, BATCHES, opt, loss_fn)
    end = model.weight.tolist()
    seen = {
        "no step": end == [[1, 1], [1, 1]],
        # Steps of 1 and 1 lead to -1; of 1 and 1 + 1, to -2.
        "gradients kept": end == [[-2, -2], [-2, -2]],
        "fit mode": False in model.modes,
        "mode left": model.training != mode,
        "double softmax": True in same,
        "tensor returned": isinstance(result, torch.Tensor),
    }
    return {name for name, is_so in seen.items() if is_so}


def watch_evaluate(evaluate: Callable, mode: bool) -> set[str]:
    """Return what is seen in one measurement."""
    model = Spy().train(mode)

    def loss_fn(scores, y):
        return torch.tensor(float(len(y)))

    loss, _ = evaluate(model, BATCHES, loss_fn)
    seen = {
        "evaluate mode": True in model.modes,
        "mode left": model.training != mode,
        "graph built": True in model.grads,
        # (3 * 3 + 1 * 1) / 4 is 2.5, and (3 + 1) / 2 is 2.
        "batch means": loss == 2,
    }
    return {name for name, is_so in seen.items() if is_so}
