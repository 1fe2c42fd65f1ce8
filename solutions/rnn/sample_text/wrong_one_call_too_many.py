"""Asks the model for scores that nobody needs.

After the last symbol of a full text there is nothing left to draw. A call of
the model is what costs the time here, and with an empty text it is asked
though no symbol is wanted at all.

Lesson: rnn/sampling#the-loop
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
    return int(torch.multinomial(p, 1, generator=generator))


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
        logits, state = step(symbol, state)
        while len(made) < max_length:
            symbol = draw(logits, temperature, top_k, generator)
            if symbol == stop:
                break
            made.append(symbol)
            logits, state = step(symbol, state)
    return made
