"""Proofs kept from earlier runs, by the content of everything they depend on."""

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import msgspec

from tutor import paths
from tutor.authoring.findings import Proof

PACKAGE = Path(__file__).resolve().parents[1]
KEPT = 4000


def digest(files: Iterable[Path], *settings: object) -> str:
    """Return a hash of the files' names and contents, the settings, and the program itself."""
    found = hashlib.sha256(program().encode())
    found.update(repr(settings).encode())
    for path in sorted(files):
        if path.is_file() and "__pycache__" not in path.parts:
            found.update(f"{path.name}\0".encode() + path.read_bytes())
    return found.hexdigest()


@lru_cache(maxsize=1)
def program() -> str:
    """Return a hash of the parts of the program that decide a proof."""
    found = hashlib.sha256()
    for part in (
        "authoring",
        "course",
        "harness",
        "sandbox",
        "viz",
        "wire",
        "worker",
        "envs",
    ):
        for path in sorted((PACKAGE / part).rglob("*.py")):
            found.update(path.read_bytes())
    return found.hexdigest()


def kept(key: str) -> Proof | None:
    """Return the proof kept under a key."""
    try:
        return msgspec.json.decode((folder() / key).read_bytes(), type=Proof)
    except (OSError, msgspec.DecodeError):
        return None


def keep(key: str, proof: Proof) -> None:
    """Keep a proof; the oldest ones are forgotten."""
    folder().mkdir(parents=True, exist_ok=True)
    partial = folder() / f"{key}.part"
    partial.write_bytes(msgspec.json.encode(proof))
    partial.replace(folder() / key)
    every = sorted(folder().iterdir(), key=lambda path: path.stat().st_mtime)
    for path in every[:-KEPT]:
        path.unlink(missing_ok=True)


def folder() -> Path:
    return paths.cache() / "proofs"
