"""Everything moves to another machine and back, and nothing there is written over."""

import json
import zipfile

import pytest

from tutor import archive
from tutor.errors import WorkspaceError
from tutor.store import Attempt, Store
from tutor.workspace import Workspace


@pytest.fixture
def machine(tmp_path):
    """Return a function that makes a store and a workspace under a name."""
    made = []

    def make(name):
        store = Store(tmp_path / name / "progress.sqlite3")
        made.append(store)
        return store, Workspace(store, tmp_path / name / "files")

    yield make
    for store in made:
        store.close()


def fill(store, workspace, tiny):
    workspace.start(tiny.exercise("double"))
    sha = store.keep("tiny/double", "mine\n", "checked")
    store.record(
        Attempt("tiny/double", sha, "passed", 1, 1, 1, 1.0, None, {"accuracy": 0.5})
    )
    store.answer("tiny/first", "twice", "6", True)
    store.show_hints("tiny/double", 2)


def test_an_archive_moves_everything(machine, tiny, tmp_path):
    """Records, texts and files arrive; a second import adds nothing."""
    old, new = machine("old"), machine("new")
    fill(*old, tiny)
    path = tmp_path / "all.zip"
    archive.write(*old, path)
    assert archive.read(*new, path) > 0
    assert new[0].attempts() == old[0].attempts()
    assert new[0].standings() == old[0].standings()
    assert new[0].text(new[0].attempts()[0].sha256) == "mine\n"
    assert (new[1].root / "tiny" / "double.py").is_file()
    assert archive.read(*new, path) == 0


def test_a_file_that_is_there_stays(machine, tiny, tmp_path):
    """An import never writes over the learner's own file."""
    old, new = machine("old"), machine("new")
    fill(*old, tiny)
    archive.write(*old, tmp_path / "all.zip")
    path = new[1].start(tiny.exercise("double"))
    path.write_text("newer\n", "utf-8")
    archive.read(*new, tmp_path / "all.zip")
    assert path.read_text("utf-8") == "newer\n"


def test_what_is_no_archive_is_told(machine, tmp_path):
    """A text file, a zip of something else, another format, a name that leads outside."""
    new = machine("new")
    (tmp_path / "text.zip").write_text("no zip", "utf-8")
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as other:
        other.writestr("x.txt", "x")
    with zipfile.ZipFile(tmp_path / "future.zip", "w") as future:
        future.writestr("progress.json", json.dumps({"format": 99}))
    for name in ("text.zip", "other.zip", "future.zip", "missing.zip"):
        with pytest.raises(WorkspaceError):
            archive.read(*new, tmp_path / name)
    with zipfile.ZipFile(tmp_path / "evil.zip", "w") as evil:
        evil.writestr("progress.json", json.dumps({"format": 1}))
        evil.writestr("files/../../outside.py", "x")
    archive.read(*new, tmp_path / "evil.zip")
    assert not list(tmp_path.rglob("outside.py"))
