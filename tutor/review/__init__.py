"""Spaced review: what was learned comes back, scheduled by FSRS.

Cards are made from three things: questions answered in lessons, mistakes that were named,
and exercises passed, which come back to be written once more.
"""

from tutor.review.deck import Deck
from tutor.store.records import Card

__all__ = ["Card", "Deck"]
"""The cards and when they are due."""
