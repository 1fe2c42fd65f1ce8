"""The kinds of cards and their names."""

from enum import StrEnum


class Kind(StrEnum):
    """What a card asks for."""

    QUESTION = "question"
    """Answer a question of a lesson again."""
    MISTAKE = "mistake"
    """Say what is wrong with a mistake once made, and what cures it."""
    RECODE = "recode"
    """Write a passed exercise once more, from its starter."""


def card_id(kind: Kind, place: str, name: str = "") -> str:
    return f"{kind}:{place}" + (f"#{name}" if name else "")
