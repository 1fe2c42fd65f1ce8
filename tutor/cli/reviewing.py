"""``review``: the cards that are due, line by line."""

import argparse
import contextlib

from tutor.cli import PASSED
from tutor.cli.desk import Desk


def review(options: argparse.Namespace) -> int:
    """Ask the cards that are due; with ``--json`` only count them."""
    from tutor.plain.review import ReviewRoom
    from tutor.plain.session import Quit, Session
    from tutor.review import Deck

    if options.json:
        desk = Desk(options)
        deck = Deck(desk.course, desk.store)
        deck.gather()
        desk.answer({"due": len(deck.due()), "next_seven_days": deck.forecast()})
        return PASSED
    with contextlib.suppress(Quit):
        ReviewRoom(Session(options.course)).run()
    return PASSED
