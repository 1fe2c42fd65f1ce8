"""The tables, one migration per version; a migration is never changed once released."""

MIGRATIONS = (
    """
    CREATE TABLE source (sha256 TEXT PRIMARY KEY, text TEXT NOT NULL);
    CREATE TABLE version (
        id INTEGER PRIMARY KEY,
        exercise TEXT NOT NULL,
        sha256 TEXT NOT NULL REFERENCES source (sha256),
        why TEXT NOT NULL,
        at REAL NOT NULL
    );
    CREATE INDEX version_of ON version (exercise, id);
    CREATE TABLE attempt (
        id INTEGER PRIMARY KEY,
        exercise TEXT NOT NULL,
        sha256 TEXT NOT NULL REFERENCES source (sha256),
        outcome TEXT NOT NULL,
        seed INTEGER NOT NULL,
        passed INTEGER NOT NULL,
        cases INTEGER NOT NULL,
        elapsed_ms REAL NOT NULL,
        misconception TEXT,
        metrics TEXT NOT NULL DEFAULT '{}',
        at REAL NOT NULL
    );
    CREATE INDEX attempt_of ON attempt (exercise, id);
    CREATE TABLE hint (exercise TEXT PRIMARY KEY, shown INTEGER NOT NULL);
    CREATE TABLE answer (
        id INTEGER PRIMARY KEY,
        lesson TEXT NOT NULL,
        block TEXT NOT NULL,
        given TEXT NOT NULL,
        correct INTEGER NOT NULL,
        at REAL NOT NULL
    );
    CREATE INDEX answer_of ON answer (lesson, block);
    CREATE TABLE place (id TEXT PRIMARY KEY, state TEXT NOT NULL, at REAL NOT NULL);
    CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);
    """,
    """
    CREATE TABLE card (id TEXT PRIMARY KEY, due REAL NOT NULL, state TEXT NOT NULL);
    CREATE INDEX card_due ON card (due);
    CREATE TABLE grade (
        id INTEGER PRIMARY KEY,
        card TEXT NOT NULL,
        grade INTEGER NOT NULL,
        at REAL NOT NULL
    );
    CREATE INDEX grade_at ON grade (at)
    """,
)
