"""Drawing symbols from a model: temperature, top-k, and a loop that stops."""

from collections.abc import Callable
from typing import Any

import torch


def draw(
    logits: torch.Tensor,
    temperature: float,
    top_k: int | None,
    generator: torch.Generator,
) -> int:
    """Return a symbol drawn from the softmax of sharpened logits.

    Args:
        logits: scores, shape (V,); −inf is never drawn, one is finite.
        temperature: above 0; below 1 favours what is likely.
        top_k: draw from that many of the best only; None for all.
        generator: where the chance comes from.
    """
    # TODO: sharpen, keep the best, draw.
    raise NotImplementedError


def sample(
    step: Callable[[int, Any], tuple[torch.Tensor, Any]],
    start: int,
    stop: int,
    max_length: int,
    temperature: float,
    top_k: int | None,
    generator: torch.Generator,
) -> list[int]:
    """Return symbols drawn one after the other, without start and stop.

    Args:
        step: `step(symbol, state)` returns (logits, state); the first state
            is None.
        start: the symbol that is fed first.
        stop: the symbol that ends the text.
        max_length: how many symbols at most.
        temperature: as in `draw`.
        top_k: as in `draw`.
        generator: as in `draw`.
    """
    # TODO: feed back what was drawn until it is time to stop.
    raise NotImplementedError
