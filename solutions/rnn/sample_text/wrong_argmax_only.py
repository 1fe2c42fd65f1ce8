"""Takes the most likely symbol, always.

There is one such text, and it comes every time. To draw is to choose each
symbol as often as its probability says.

Lesson: rnn/sampling#why-not-the-best
"""

from collections.abc import Callable
from typing import Any

import torch


def draw(
    logits: torch.Tensor,
    temperature: float,
    top_k: int | None,
    generator: torch.Generator,
) -> int:
    scores = logits / temperature
    if top_k is not None and top_k < len(scores):
        best, places = scores.topk(top_k)
        scores = torch.full_like(scores, -torch.inf).scatter(0, places, best)
    p = scores.softmax(dim=0)
    return int(p.argmax())


def sample(
    step: Callable[[int, Any], tuple[torch.Tensor, Any]],
    start: int,
    stop: int,
    max_length: int,
    temperature: float,
    top_k: int | None,
    generator: torch.Generator,
) -> list[int]:
    made: list[int] = []
    symbol, state = start, None
    with torch.no_grad():
        while len(made) < max_length:
            logits, state = step(symbol, state)
            symbol = draw(logits, temperature, top_k, generator)
            if symbol == stop:
                break
            made.append(symbol)
    return made
