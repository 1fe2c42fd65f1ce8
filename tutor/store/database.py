"""Opening, migrating and using the SQLite file."""

import hashlib
import json
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import Any

from tutor import paths
from tutor.errors import StoreError
from tutor.store.records import Attempt, Card, Standing, Version
from tutor.store.schema import MIGRATIONS

BUSY_SECONDS = 5.0


class Connection(sqlite3.Connection):
    """A connection whose failures are told in the program's own words."""

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        """Run a statement and fetch nothing yet.

        Raises:
            StoreError: the file is damaged, locked for too long, or the disk is full.
        """
        try:
            return super().execute(sql, parameters)
        except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
            raise
        except sqlite3.DatabaseError as error:
            raise StoreError(
                f"Your progress cannot be read or written ({error}). `dltutor doctor` says "
                "where it is; free some space, or move the file away to start afresh."
            ) from error


class Store:
    """The record of one learner's progress.

    Args:
        path: the SQLite file; the platform's place by default, made when missing.
        clock: seconds since the epoch.

    Raises:
        StoreError: the file is damaged or from a newer dltutor.
    """

    def __init__(
        self, path: Path | None = None, clock: Callable[[], float] = time.time
    ) -> None:
        self.path = path or paths.store_file()
        self.clock = clock
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.db = sqlite3.connect(
                self.path,
                timeout=BUSY_SECONDS,
                isolation_level=None,
                check_same_thread=False,
                factory=Connection,
            )
            self.db.execute("PRAGMA journal_mode=WAL")
            self.db.execute("PRAGMA synchronous=NORMAL")
            self.migrate()
        except (StoreError, sqlite3.DatabaseError, OSError) as error:
            if isinstance(error, StoreError) and error.__cause__ is None:
                raise
            reason = error.__cause__ or error
            raise StoreError(
                f"Your progress in {paths.display(self.path)} cannot be opened ({reason}). "
                "Move that file away to start afresh; nothing else is touched."
            ) from error

    def close(self) -> None:
        self.db.close()

    def migrate(self) -> None:
        """Bring the file to the newest version, one transaction a version."""
        version = int(self.db.execute("PRAGMA user_version").fetchone()[0])
        if version > len(MIGRATIONS):
            raise StoreError(
                f"{paths.display(self.path)} was written by a newer dltutor. "
                "Update this one, or set DLTUTOR_HOME to another folder."
            )
        for number in range(version, len(MIGRATIONS)):
            with self.transaction() as db:
                if int(db.execute("PRAGMA user_version").fetchone()[0]) == number:
                    for statement in MIGRATIONS[number].split(";"):
                        db.execute(statement)
                    db.execute(f"PRAGMA user_version={number + 1}")

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield self.db
        except BaseException:
            self.db.execute("ROLLBACK")
            raise
        self.db.execute("COMMIT")

    def keep(self, exercise: str, text: str, why: str) -> str:
        """Keep a version of a learner's file unless it is the newest; return its hash."""
        sha = hashlib.sha256(text.encode()).hexdigest()
        with self.transaction() as db:
            db.execute("INSERT OR IGNORE INTO source VALUES (?, ?)", (sha, text))
            newest = db.execute(
                "SELECT sha256 FROM version WHERE exercise = ? ORDER BY id DESC LIMIT 1",
                (exercise,),
            ).fetchone()
            if newest is None or newest[0] != sha:
                db.execute(
                    "INSERT INTO version (exercise, sha256, why, at) VALUES (?, ?, ?, ?)",
                    (exercise, sha, why, self.clock()),
                )
        return sha

    def versions(self, exercise: str) -> list[Version]:
        """Return all kept versions, newest first."""
        rows = self.db.execute(
            "SELECT id, exercise, sha256, why, at FROM version WHERE exercise = ? "
            "ORDER BY id DESC",
            (exercise,),
        )
        return [Version(*row) for row in rows]

    def text(self, sha256: str) -> str:
        """Return a kept text."""
        row = self.db.execute(
            "SELECT text FROM source WHERE sha256 = ?", (sha256,)
        ).fetchone()
        if row is None:
            raise StoreError(f"No version {sha256[:12]} is kept.")
        return str(row[0])

    def record(self, attempt: Attempt) -> None:
        """Record a verdict."""
        with self.transaction() as db:
            db.execute(
                "INSERT INTO attempt (exercise, sha256, outcome, seed, passed, cases, "
                "elapsed_ms, misconception, metrics, at) VALUES (?,?,?,?,?,?,?,?,?,?)",
                (
                    attempt.exercise, attempt.sha256, attempt.outcome, attempt.seed,
                    attempt.passed, attempt.cases, attempt.elapsed_ms,
                    attempt.misconception, json.dumps(attempt.metrics), self.clock(),
                ),
            )  # fmt: skip

    def name_mistake(self, exercise: str, misconception: str) -> None:
        """Add the diagnosis to the newest attempt."""
        self.db.execute(
            "UPDATE attempt SET misconception = ? WHERE id = "
            "(SELECT max(id) FROM attempt WHERE exercise = ?)",
            (misconception, exercise),
        )

    def passed_source(self, exercise: str) -> str | None:
        """Return the text of the newest version that passed."""
        row = self.db.execute(
            "SELECT text FROM attempt JOIN source USING (sha256) "
            "WHERE exercise = ? AND outcome = 'passed' ORDER BY attempt.id DESC LIMIT 1",
            (exercise,),
        ).fetchone()
        return None if row is None else str(row[0])

    def attempts(self, exercise: str = "") -> list[Attempt]:
        """Return attempts, oldest first; of one exercise when named."""
        rows = self.db.execute(
            "SELECT exercise, sha256, outcome, seed, passed, cases, elapsed_ms, "
            "misconception, metrics, at FROM attempt WHERE ? IN ('', exercise) ORDER BY id",
            (exercise,),
        )
        names = [item.name for item in fields(Attempt)]
        found = [dict(zip(names, row, strict=True)) for row in rows]
        return [
            Attempt(**item | {"metrics": json.loads(item["metrics"])}) for item in found
        ]

    def standings(self) -> dict[str, Standing]:
        """Return the standing of every exercise the learner has touched."""
        found: dict[str, Standing] = {}
        for exercise, attempts, passes, last in self.db.execute(
            "SELECT exercise, count(*), sum(outcome = 'passed'), max(at) "
            "FROM attempt GROUP BY exercise"
        ):
            found[exercise] = Standing("passed" if passes else "started", attempts, 0, last)
        for exercise, shown in self.db.execute("SELECT exercise, shown FROM hint"):
            old = found.get(exercise, Standing("started"))
            found[exercise] = Standing(old.status, old.attempts, shown, old.last_at)
        for place, state, at in self.db.execute("SELECT id, state, at FROM place"):
            old = found.get(place, Standing(state, last_at=at))
            status = state if state == "given_up" and old.status != "passed" else old.status
            found[place] = Standing(status, old.attempts, old.hints, old.last_at or at)
        return found

    def mark(self, place: str, state: str) -> None:
        """Note that a lesson was read, an exercise started, or given up."""
        self.db.execute(
            "INSERT INTO place VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE "
            "SET state = excluded.state, at = excluded.at",
            (place, state, self.clock()),
        )

    def hints_shown(self, exercise: str) -> int:
        row = self.db.execute(
            "SELECT shown FROM hint WHERE exercise = ?", (exercise,)
        ).fetchone()
        return int(row[0]) if row else 0

    def show_hints(self, exercise: str, count: int) -> None:
        """Note that the first `count` hints have been seen."""
        self.db.execute(
            "INSERT INTO hint VALUES (?, ?) ON CONFLICT (exercise) DO UPDATE "
            "SET shown = max(shown, excluded.shown)",
            (exercise, count),
        )

    def answer(self, lesson: str, block: str, given: str, correct: bool) -> None:
        """Record an answer to a live block of a lesson."""
        self.db.execute(
            "INSERT INTO answer (lesson, block, given, correct, at) VALUES (?,?,?,?,?)",
            (lesson, block, given, int(correct), self.clock()),
        )

    def answers(self, lesson: str) -> dict[str, str]:
        """Return the newest answer to each block of a lesson."""
        rows = self.db.execute(
            "SELECT block, given FROM answer WHERE lesson = ? ORDER BY id", (lesson,)
        )
        return dict(rows.fetchall())

    def first_answers(self) -> list[tuple[str, str, bool, float]]:
        """Return lesson, block, whether it was right, and time of each first answer."""
        rows = self.db.execute(
            "SELECT lesson, block, correct, at FROM answer WHERE id IN "
            "(SELECT min(id) FROM answer GROUP BY lesson, block) ORDER BY id"
        )
        return [(lesson, block, bool(right), at) for lesson, block, right, at in rows]

    def card_ids(self) -> set[str]:
        return {row[0] for row in self.db.execute("SELECT id FROM card")}

    def due_cards(self, before: float) -> list[Card]:
        """Return review cards due before a time, the longest due first."""
        rows = self.db.execute(
            "SELECT id, due, state FROM card WHERE due <= ? ORDER BY due, id", (before,)
        )
        return [Card(*row) for row in rows]

    def put_card(self, card: Card, grade: int, at: float) -> None:
        """Keep a review card as it stands after a grade, and the grade."""
        with self.transaction() as db:
            db.execute(
                "INSERT INTO card VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE "
                "SET due = excluded.due, state = excluded.state",
                (card.id, card.due, card.state),
            )
            db.execute(
                "INSERT INTO grade (card, grade, at) VALUES (?, ?, ?)", (card.id, grade, at)
            )

    def grades_since(self, since: float) -> int:
        """Return how many cards have been graded in review since a time.

        The first grade of a card is given when it is made and does not count.
        """
        row = self.db.execute(
            "SELECT count(*) FROM grade WHERE at >= ? AND id NOT IN "
            "(SELECT min(id) FROM grade GROUP BY card)", (since,)
        ).fetchone()  # fmt: skip
        return int(row[0])

    def moments(self) -> list[float]:
        """Return the times of everything that was done, in order."""
        rows = self.db.execute(
            "SELECT at FROM attempt UNION ALL SELECT at FROM answer UNION ALL "
            "SELECT at FROM version UNION ALL SELECT at FROM grade UNION ALL "
            "SELECT at FROM place ORDER BY 1"
        )
        return [row[0] for row in rows]

    def setting(self, name: str, default: Any = None) -> Any:
        """Return a stored setting, such as the place the learner left."""
        row = self.db.execute(
            "SELECT value FROM setting WHERE name = ?", (name,)
        ).fetchone()
        return default if row is None else json.loads(row[0])

    def set_setting(self, name: str, value: Any) -> None:
        self.db.execute(
            "INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE "
            "SET value = excluded.value",
            (name, json.dumps(value)),
        )
