"""The list of runs: newest first, named, deleted, brought back, pruned."""

import time

import pytest

from tests.runs.conftest import scalar
from tutor.errors import NotFound, StoreError
from tutor.runs import RunInfo, Runs
from tutor.runs.info import RUNNING, save_info
from tutor.runs.log import head_line


def add(runs, number, name="", place="a/b"):
    """Put a finished run into the folder by hand."""
    runs.folder.mkdir(exist_ok=True)
    info = RunInfo(
        id=f"20260101-{number:06d}-0000", place=place, title="T", name=name,
        started=float(number), outcome="passed",
    )  # fmt: skip
    save_info(info, runs.folder / f"{info.id}.json")
    (runs.folder / f"{info.id}.run").write_bytes(head_line(id=info.id))
    return info.id


def test_no_folder_is_no_runs(runs):
    """Before the first run the list is empty and makes nothing."""
    assert runs.list() == []
    assert not runs.folder.exists()


def test_the_newest_is_first(runs):
    """Runs come in order of their start, those of one place if wanted."""
    ids = [add(runs, n, place="a/b" if n % 2 else "c/d") for n in range(6)]
    assert [info.id for info in runs.list()] == ids[::-1]
    assert [info.id for info in runs.list("a/b")] == ids[5::-2]


def test_five_hundred_runs_are_listed_quickly(runs):
    """A long list takes little processor time."""
    for number in range(500):
        add(runs, number)
    begun = time.process_time()
    assert len(runs.list()) == 500
    assert time.process_time() - begun < 0.5


def test_a_run_is_found_by_id_name_beginning_or_last(runs):
    """What names exactly one run finds it; anything else is an error in words."""
    first, second = add(runs, 1, "good one"), add(runs, 2)
    assert runs.info(first).id == first
    assert runs.info("good one").id == first
    assert runs.info("last").id == second
    assert runs.info("20260101-000002").id == second
    with pytest.raises(NotFound, match="There are 2 runs"):
        runs.info("2026")
    with pytest.raises(NotFound, match="There is no run called x"):
        runs.info("x")


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "", "*"])
def test_no_path_is_an_id(runs, name):
    """An id never leads out of the folder."""
    add(runs, 1)
    add(runs, 2)
    with pytest.raises(NotFound):
        runs.open(name)


def test_a_run_is_renamed(runs):
    """A name is trimmed, kept, unique, and can be taken away."""
    first, second = add(runs, 1), add(runs, 2)
    assert runs.rename(first, "  lr  0.1 ").name == "lr 0.1"
    assert runs.open("lr 0.1").info.label == "lr 0.1"
    with pytest.raises(StoreError, match="Another run"):
        runs.rename(second, "lr 0.1")
    assert runs.rename("lr 0.1", "").label == first


def test_a_deleted_run_can_be_brought_back(runs):
    """Deleting moves it out of the list; recovering moves it back."""
    run_id = add(runs, 1)
    runs.delete(run_id)
    assert runs.list() == []
    assert runs.recover(run_id).id == run_id
    assert [info.id for info in runs.list()] == [run_id]
    assert list(runs.open(run_id).records()) == []


def test_deleted_runs_are_forgotten_after_a_day(runs):
    """The next run that begins a day later empties the bin."""
    runs.delete(add(runs, 1))
    later = Runs(runs.folder, clock=lambda: time.time() + 25 * 3600)
    later.begin("a/b", "").__exit__()
    with pytest.raises(NotFound):
        runs.recover("20260101-000001-0000")


def test_the_oldest_make_room_but_never_a_named_one(tmp_path):
    """Beyond the limit the oldest go; what has a name stays."""
    runs = Runs(tmp_path / "runs", kept=5)
    ids = [add(runs, n, "kept" if n == 0 else "") for n in range(10)]
    runs.begin("a/b", "").__exit__()
    left = {info.id for info in runs.list()}
    assert ids[0] in left
    assert left & set(ids[1:]) == set(ids[-4:])
    assert len(list(runs.folder.glob("*.run"))) == 6


def test_a_run_that_goes_on_is_left_alone(runs):
    """A running run is marked so, and neither named, deleted nor pruned."""
    writer = runs.begin("a/b", "")
    try:
        assert runs.info(writer.info.id).outcome == RUNNING
        for change in (lambda: runs.delete("last"), lambda: runs.rename("last", "x")):
            with pytest.raises(StoreError, match="still goes on"):
                change()
        runs.prune(0)
        assert len(runs.list()) == 1
    finally:
        writer.finish("passed")
        writer.join()


@pytest.mark.parametrize("junk", [b"", b"{", b"[]", b'{"id": 3}', b"\xff"])
def test_a_damaged_summary_hides_one_run_alone(runs, junk):
    """A summary that cannot be read does not spoil the list."""
    add(runs, 1)
    (runs.folder / "20260101-000009-0000.json").write_bytes(junk)
    assert len(runs.list()) == 1


def test_two_writers_at_once(runs):
    """Runs of two programs at a time do not meet."""
    writers = [runs.begin("a/b", "") for _ in range(2)]
    for number, writer in enumerate(writers):
        writer.take([scalar("loss", 0, float(number))])
        writer.finish("passed")
        writer.join()
    assert sorted(info.last["loss"] for info in runs.list()) == [0.0, 1.0]


def test_a_folder_that_cannot_be_made_is_an_error_in_words(tmp_path):
    """Where nothing can be written the error says what to do."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="DLTUTOR_HOME"):
        Runs(tmp_path / "file" / "runs").begin("a/b", "")
