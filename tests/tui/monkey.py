"""Random keys, clicks, pastes and resizes, from a seed."""

import random

from textual import events

from tutor.tui.app import TutorApp

NAMES = (
    "enter space tab shift+tab escape up down left right home end pageup pagedown backspace "
    "delete slash colon comma full_stop plus minus question_mark left_square_bracket "
    "right_square_bracket G N L H"
)
KEYS = [
    *"abcdefghijklmnopqrstuvwxyz0123456789",
    *NAMES.split(),
    *(f"ctrl+{letter}" for letter in "aefgklnoprstuwxy"),
]
PASTES = [
    "[b]bold[/b]",
    "x = a[i]\n" * 30,
    "\x1b[31mred",
    "∑ 漢字 🎉",
    "[/data/x]",
    "}" * 300,
]
SIZES = [(80, 24), (160, 48), (60, 20), (30, 8), (100, 30)]


class StayingApp(TutorApp):
    """An app that a monkey cannot leave."""

    async def action_quit(self) -> None:
        """Stay."""


class Monkey:
    """Does random things to an app.

    Args:
        pilot: of the running app.
        seed: makes it repeatable.
    """

    def __init__(self, pilot, seed):
        self.pilot = pilot
        self.app = pilot.app
        self.random = random.Random(seed)
        self.done = []

    async def act(self):
        """Do one random thing."""
        kind = self.random.random()
        if kind < 0.86:
            await self.do("key", self.random.choice(KEYS))
        elif kind < 0.95:
            width, height = self.app.size
            place = self.random.randrange(width), self.random.randrange(height)
            await self.do("click", place)
        elif kind < 0.98:
            await self.do("paste", self.random.choice(PASTES))
        else:
            await self.do("resize", self.random.choice(SIZES))

    async def do(self, what, how):
        self.done.append((what, how))
        if what == "key":
            await self.pilot.press(how)
        elif what == "click":
            await self.pilot.click(offset=how)
        elif what == "paste":
            self.app.post_message(events.Paste(how))
        else:
            await self.pilot.resize_terminal(*how)
