"""What the tests of authoring share."""

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def copy(tmp_path):
    """A copy of the course to spoil."""
    for part in ("lessons", "exercises", "solutions"):
        shutil.copytree(
            ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns(".*", "_*")
        )
    return tmp_path
