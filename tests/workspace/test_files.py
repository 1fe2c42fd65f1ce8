"""The learner's files are made once, replaced whole, and never lost."""

import os
import socket
import stat

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor import paths
from tutor.errors import StoreError, WorkspaceError
from tutor.store import Store
from tutor.workspace import MAX_BYTES, Workspace
from tutor.workspace.files import read_source, write_atomically


@pytest.fixture
def workspace(tmp_path):
    store = Store(tmp_path / "progress.sqlite3")
    yield Workspace(store, tmp_path / "mine")
    store.close()


@pytest.fixture
def double(tiny):
    return tiny.exercise("double")


@pytest.fixture
def started(workspace, double):
    """The path of a started exercise."""
    return workspace.start(double)


def kept(workspace, exercise):
    """Return the kept texts, newest first, with their reasons."""
    versions = workspace.store.versions(exercise.id)
    return [(workspace.store.text(v.sha256), v.why) for v in versions]


def refusal(path):
    """Return why a file is not read."""
    with pytest.raises(WorkspaceError) as error:
        read_source(path)
    return str(error.value)


def test_a_file_lies_below_its_topic(workspace, double):
    """An exercise's file is `<topic>/<exercise>.py`."""
    assert workspace.path(double) == workspace.root / "tiny" / "double.py"


def test_the_environment_says_where_files_are(workspace, tmp_path, monkeypatch):
    """Without a root the workspace is where the environment says."""
    monkeypatch.setenv("DLTUTOR_WORKSPACE", str(tmp_path / "there"))
    assert Workspace(workspace.store).root == tmp_path / "there" == paths.workspace()


def test_start_makes_the_starter(workspace, double, started):
    """A started exercise has the starter's text, and is noted as started."""
    assert started.read_text("utf-8") == double.starter.read_text("utf-8")
    assert workspace.store.standings()[double.id].status == "started"


def test_start_does_not_overwrite(workspace, double, started):
    """Starting again leaves what the learner wrote, and the exercise's standing."""
    started.write_text("mine")
    workspace.store.mark(double.id, "given_up")
    assert workspace.start(double) == started
    assert started.read_text() == "mine"
    assert workspace.store.standings()[double.id].status == "given_up"


def test_save_replaces_the_text(workspace, double, started):
    """A saved text is what is read, and without a reason nothing is kept."""
    workspace.save(double, "x = 'ü'\n")
    assert (workspace.read(double), kept(workspace, double)) == ("x = 'ü'\n", [])


def test_save_makes_a_file_that_is_not_there(workspace, double):
    """Saving needs no start, and with a reason there is nothing to keep."""
    workspace.save(double, "x = 1\n", "before")
    assert (workspace.read(double), kept(workspace, double)) == ("x = 1\n", [])


def test_reset_puts_the_starter_back_and_keeps_the_text(workspace, double, started):
    """After a reset the file is the starter's, and the learner's text is kept."""
    started.write_text("mine")
    assert workspace.reset(double) == started
    assert started.read_text("utf-8") == double.starter.read_text("utf-8")
    assert kept(workspace, double) == [("mine", "before reset")]


def test_restore_brings_a_text_back_and_keeps_the_present_one(workspace, double, started):
    """A restored version is the file's text, and the one it replaced is kept too."""
    started.write_text("mine\r\n\x00 é")
    workspace.reset(double)
    started.write_text("newer")
    workspace.restore(double, workspace.store.versions(double.id)[0].sha256)
    assert workspace.read(double) == started.read_bytes().decode() == "mine\r\n\x00 é"
    assert kept(workspace, double)[0] == ("newer", "before restore")


def test_restoring_an_unknown_version_changes_nothing(workspace, double, started):
    """A version that is not kept is an error, and the file stays."""
    before = started.read_bytes()
    with pytest.raises(StoreError, match="No version"):
        workspace.restore(double, "0" * 64)
    assert started.read_bytes() == before


def test_a_text_that_cannot_be_kept_is_not_replaced(workspace, double, started):
    """A reset that cannot keep the present text leaves it where it is."""
    started.write_bytes(b"\xff mine")
    with pytest.raises(WorkspaceError, match="not UTF-8"):
        workspace.reset(double)
    assert started.read_bytes() == b"\xff mine"


@given(st.text(st.characters(exclude_categories=["Cs"])))
@settings(deadline=None, max_examples=50)
def test_every_text_is_written_and_read_exactly(tmp_path_factory, text):
    """Any text is read as it was written, but for a mark of byte order at its start."""
    path = tmp_path_factory.mktemp("files") / "a.py"
    write_atomically(path, text)
    assert read_source(path) == text.removeprefix("\ufeff")


def test_a_write_is_one_rename(started):
    """Whoever has the old file open still reads the old text, whole."""
    with started.open() as old:
        write_atomically(started, "new")
        assert (old.read().startswith('"""Double."""'), started.read_text()) == (
            True,
            "new",
        )


def test_a_failed_write_leaves_the_old_text_and_nothing_else(started, monkeypatch):
    """A write that breaks off changes nothing and leaves no file behind."""
    before = started.read_bytes()

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_atomically(started, "new")
    assert started.read_bytes() == before
    assert list(started.parent.iterdir()) == [started]


def test_a_failed_write_says_what_to_do(workspace, double, started, monkeypatch):
    """A learner is told the file, the reason and the way out."""

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WorkspaceError) as error:
        workspace.save(double, "new")
    assert str(error.value) == (
        f"{paths.display(started)} cannot be written (No space left on device). Check the "
        "folder's permissions and free space, or set DLTUTOR_WORKSPACE to another."
    )


def test_a_folder_that_cannot_be_made_says_what_to_do(workspace, double):
    """A file in the place of the workspace's folder is told, not replaced."""
    workspace.root.write_text("a file")
    with pytest.raises(WorkspaceError, match="set DLTUTOR_WORKSPACE to another"):
        workspace.start(double)
    assert workspace.root.read_text() == "a file"


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
def test_permissions_stay(started, mode):
    """Replacing a file keeps who may read it."""
    started.chmod(mode)
    write_atomically(started, "new")
    assert stat.S_IMODE(started.stat().st_mode) == mode


def test_a_new_file_is_readable_by_others(started):
    """A file made anew has the usual permissions, not those of a temporary file."""
    assert stat.S_IMODE(started.stat().st_mode) == 0o644


def test_a_missing_file_names_the_command_that_makes_it(workspace, double):
    """Reading what was not started says how to start it."""
    with pytest.raises(WorkspaceError, match=r"does not exist.*dltutor start tiny/double"):
        workspace.read(double)


def test_a_pipe_is_refused_without_waiting(tmp_path):
    """A named pipe that nobody writes to does not hold the reader."""
    os.mkfifo(tmp_path / "a.py")
    assert refusal(tmp_path / "a.py").endswith("a.py is not a regular file.")


def test_a_folder_is_refused(tmp_path):
    """A folder in the place of a file is told as one."""
    assert refusal(tmp_path).endswith(" is not a regular file.")


def test_a_socket_is_refused(tmp_path):
    """What cannot even be opened is told with the system's reason."""
    with socket.socket(socket.AF_UNIX) as sock:
        sock.bind(str(tmp_path / "a.py"))
        assert "cannot be read (No such device or address)" in refusal(tmp_path / "a.py")


def test_a_link_to_itself_is_refused(tmp_path):
    """A link that leads nowhere but round is told with the system's reason."""
    (tmp_path / "a.py").symlink_to("a.py")
    assert "cannot be read (Too many levels" in refusal(tmp_path / "a.py")


def test_a_link_to_a_file_is_followed(tmp_path):
    """A learner may keep the file elsewhere and link to it."""
    (tmp_path / "b.py").write_text("x = 1")
    (tmp_path / "a.py").symlink_to("b.py")
    assert read_source(tmp_path / "a.py") == "x = 1"


def test_a_file_that_is_too_large_is_refused(tmp_path):
    """The largest file allowed is read; one byte more is told to be too much."""
    path = tmp_path / "a.py"
    path.write_bytes(b"#" * MAX_BYTES)
    assert len(read_source(path)) == MAX_BYTES
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    assert "larger than 1 MiB; an exercise needs far less" in refusal(path)


def test_a_file_of_another_encoding_is_refused(tmp_path):
    """Text that is not UTF-8 is told with the place where it stops being so."""
    (tmp_path / "a.py").write_bytes("x = 'é'".encode("latin-1"))
    assert "is not UTF-8 text ('utf-8' codec can't decode" in refusal(tmp_path / "a.py")
    assert "position 5" in refusal(tmp_path / "a.py")


def test_a_mark_of_byte_order_is_left_out(tmp_path):
    """A file saved with a byte-order mark is read without it."""
    (tmp_path / "a.py").write_bytes(b"\xef\xbb\xbfx = 1")
    assert read_source(tmp_path / "a.py") == "x = 1"
