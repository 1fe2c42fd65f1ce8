"""Writes every text at temperature 1.

`draw` heeds the temperature, and the loop does not hand it over: a cautious
text and a wild one come out alike. Arguments that a function takes and never
uses are worth a look.

Lesson: rnn/sampling#temperature
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
        while len(made) < max_length:
            logits, state = step(symbol, state)
            symbol = draw(logits, 1.0, top_k, generator)
            if symbol == stop:
                break
            made.append(symbol)
    return made
