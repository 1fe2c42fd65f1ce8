"""20,000 random keys, clicks, pastes and resizes, begun on each screen in turn.

``python -m benchmarks.monkey [EVENTS]``; prints the seed of a run that breaks something.
"""

import asyncio
import os
import secrets
import sys
import tempfile

from tests.tui.conftest import TINY, opened
from tests.tui.monkey import Monkey, StayingApp
from tests.tui.test_sizes import ROOMS

BATCH = 500


async def spell(room: str, seed: str, events: int) -> list[tuple[str, object]]:
    """Do random things, begun on a screen; return them."""
    app = StayingApp(TINY)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot)
        await ROOMS[room](app, pilot)
        monkey = Monkey(pilot, seed)
        for _ in range(events):
            await monkey.act()
        return monkey.done


def main(events: int) -> None:
    """Run until `events` things were done."""
    os.environ["EDITOR"] = "true"
    done = 0
    rooms = list(ROOMS)
    while done < events:
        room, seed = rooms[done // BATCH % len(rooms)], secrets.token_hex(4)
        with tempfile.TemporaryDirectory() as home:
            os.environ["DLTUTOR_HOME"] = home
            try:
                asyncio.run(spell(room, seed, BATCH))
            except BaseException:
                print(f"broken: {room}, seed {seed}")
                raise
        done += BATCH
        print(f"{done} of {events}: {room}", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
