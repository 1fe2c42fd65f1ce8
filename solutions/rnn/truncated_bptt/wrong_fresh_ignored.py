"""Never wipes the state of a lane that begins a new document.

The first words of a new text are then read with the memory of another one, and
the network learns connections that do not exist.

Lesson: rnn/truncation#lanes
"""

from collections.abc import Callable

import torch

State = tuple[torch.Tensor, ...]


def train_stream(
    model: torch.nn.Module,
    loss: Callable[[torch.Tensor, torch.Tensor], torch.Tensor],
    optimiser: torch.optim.Optimizer,
    X: torch.Tensor,
    Y: torch.Tensor,
    fresh: torch.Tensor,
    K: int,
) -> list[float]:
    losses: list[float] = []
    state: State | None = None
    for _number, start in enumerate(range(0, X.shape[1], K)):
        if state is not None:
            state = tuple(s.detach() for s in state)
        outputs, state = model(X[:, start : start + K], state)
        cost = loss(outputs, Y[:, start : start + K])
        optimiser.zero_grad()
        cost.backward()
        optimiser.step()
        losses.append(cost.item())
    return losses
