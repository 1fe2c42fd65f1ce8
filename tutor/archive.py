"""Everything of a learner in one readable archive, to be kept or moved.

A zip file: ``progress.json`` with all records, ``sources/<sha256>.py`` with every kept
text, and ``files/`` with the learner's files as they are.
"""

import json
import zipfile
from pathlib import Path
from typing import Any

from tutor.errors import WorkspaceError
from tutor.store import Store
from tutor.workspace import Workspace

FORMAT = 1
TABLES = ("version", "attempt", "hint", "answer", "place", "setting", "card", "grade")
"""The tables that hold records; their texts lie beside them."""


def write(store: Store, workspace: Workspace, path: Path) -> int:
    """Write the archive; return how many texts it holds.

    Raises:
        WorkspaceError: it cannot be written.
    """
    records: dict[str, Any] = {"format": FORMAT}
    for table in TABLES:
        cursor = store.db.execute(f"SELECT * FROM {table}")
        names = [column[0] for column in cursor.description]
        records[table] = [dict(zip(names, row, strict=True)) for row in cursor]
    texts = store.db.execute("SELECT sha256, text FROM source").fetchall()
    try:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("progress.json", json.dumps(records, indent=1))
            for sha, text in texts:
                archive.writestr(f"sources/{sha}.py", text)
            for file in sorted(workspace.root.rglob("*.py")):
                archive.write(file, f"files/{file.relative_to(workspace.root)}")
    except OSError as error:
        raise WorkspaceError(f"{path} cannot be written ({error.strerror}).") from error
    return len(texts)


def read(store: Store, workspace: Workspace, path: Path) -> int:
    """Add an archive's records to the store; return how many were new.

    Records that are there already stay as they are, and no file of the learner's is
    written over: one that differs is kept as a version instead.

    Raises:
        WorkspaceError: the file is no archive of this program's.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            records = json.loads(archive.read("progress.json"))
            if records.get("format") != FORMAT:
                raise WorkspaceError(f"{path} is of another format than {FORMAT}.")
            texts = {
                Path(name).stem: archive.read(name).decode()
                for name in archive.namelist()
                if name.startswith("sources/")
            }
            files = {
                name.removeprefix("files/"): archive.read(name).decode()
                for name in archive.namelist()
                if name.startswith("files/") and ".." not in Path(name).parts
            }
    except (OSError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise WorkspaceError(f"{path} is no archive of dltutor ({error}).") from error
    added = add_records(store, records, texts)
    for name, text in files.items():
        target = workspace.root / name
        if not target.exists():
            workspace.write(target, text)
    return added


def add_records(store: Store, records: dict[str, Any], texts: dict[str, str]) -> int:
    """Insert what is missing, in one transaction; numbers are given anew."""
    added = 0
    with store.transaction() as db:
        for sha, text in texts.items():
            db.execute("INSERT OR IGNORE INTO source VALUES (?, ?)", (sha, text))
        for table in TABLES:
            for record in records.get(table, []):
                if isinstance(record.get("id"), int):
                    record = {k: v for k, v in record.items() if k != "id"}
                    same = " AND ".join(f"{name} IS ?" for name in record)
                    found = f"SELECT 1 FROM {table} WHERE {same}"
                    if db.execute(found, tuple(record.values())).fetchone():
                        continue
                names = ", ".join(record)
                marks = ", ".join("?" * len(record))
                sql = f"INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})"
                added += db.execute(sql, tuple(record.values())).rowcount
    return added
