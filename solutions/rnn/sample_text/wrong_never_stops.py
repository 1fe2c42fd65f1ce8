"""Goes on to the greatest length after the stop symbol was drawn.

A name of twenty letters with ends in the middle is two names and a half.

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
        for _ in range(max_length):
            logits, state = step(symbol, state)
            symbol = draw(logits, temperature, top_k, generator)
            if symbol == stop:
                continue
            made.append(symbol)
    return made
