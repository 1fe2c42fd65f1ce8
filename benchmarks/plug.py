"""The plug pulled at 200 random moments of typing: what is lost, and whether all opens again.

``python -m benchmarks.plug [TIMES]``
"""

import random
import sys
import tempfile
from pathlib import Path

from tests.tui.test_plug import lost_seconds, type_until_killed
from tutor.store import Store


def main(times: int) -> None:
    """Kill the program `times` times and print the worst loss."""
    worst = 0.0
    for number in range(times):
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder)
            typed, killed = type_until_killed(home, random.uniform(0.1, 3.0))
            lost = lost_seconds(home, typed, killed)
            store = Store(home / "data" / "progress.sqlite3")
            sound = store.db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            store.close()
            worst = max(worst, lost)
            if not sound:
                raise SystemExit(f"after kill {number + 1} the record is damaged")
    print(f"{times} kills: at most {worst:.2f} s of typing lost, every record opens")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
