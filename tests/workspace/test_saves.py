"""A save is noticed whatever the editor does, once, and only when the text is new."""

import itertools
import os
import time

import pytest

from tutor.workspace.files import write_atomically
from tutor.workspace.saves import Saves

ticks = itertools.count(10**18, 10**9)
"""Times of change: a second apart, so that no test depends on a file system's clock."""


def touch(path):
    """Give a file a time of change that it never had."""
    tick = next(ticks)
    os.utime(path, ns=(tick, tick))


def write(path, text):
    """Write into the file as it is, as nano does."""
    path.write_text(text)
    touch(path)


def rename(path, text):
    """Write another file and rename it over this one, as vim does."""
    write_atomically(path, text)
    touch(path)


def set_aside(path, text):
    """Rename the old file away and write a new one, as some editors do for a backup."""
    path.rename(path.with_suffix(".py~"))
    write(path, text)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "double.py"
    write(path, "old")
    return path


@pytest.fixture
def saves(path):
    return Saves(path)


def test_nothing_changed_at_first(saves):
    """A file nobody touched has not changed."""
    assert [saves.changed(), saves.changed()] == [False, False]


@pytest.mark.parametrize("save", [write, rename, set_aside])
@pytest.mark.parametrize("text", ["new", "longer", ""], ids=["same size", "long", "empty"])
def test_a_save_is_noticed_once(path, saves, save, text):
    """A new text is told at the next look and not again."""
    save(path, text)
    assert [saves.changed(), saves.changed()] == [True, False]


@pytest.mark.parametrize("save", [write, rename, set_aside])
def test_a_save_without_change_is_ignored(path, saves, save):
    """Saving the text that was there is no change."""
    save(path, "old")
    assert saves.changed() is False


def test_a_touch_is_ignored(path, saves):
    """A new time alone is no change."""
    touch(path)
    assert saves.changed() is False


def test_a_save_after_a_touch_is_noticed(path, saves):
    """What was looked at and found the same is still watched."""
    touch(path)
    saves.changed()
    write(path, "new")
    assert saves.changed() is True


def test_several_saves_between_two_looks_are_one(path, saves):
    """Only the last of a storm of saves counts."""
    for text in ("one", "two", "three"):
        rename(path, text)
    assert [saves.changed(), saves.changed()] == [True, False]


def test_a_change_taken_back_between_two_looks_is_none(path, saves):
    """What is as it was has not changed."""
    write(path, "new")
    write(path, "old")
    assert saves.changed() is False


def test_a_change_taken_back_later_is_one(path, saves):
    """Going back to an earlier text is a change from the one told before."""
    write(path, "new")
    saves.changed()
    write(path, "old")
    assert saves.changed() is True


def test_a_file_that_is_away_has_not_changed(path, saves):
    """A file in the middle of being replaced is waited for."""
    path.unlink()
    found = [saves.changed()]
    write(path, "new")
    assert [*found, saves.changed()] == [False, True]


def test_a_file_that_is_away_and_back_has_not_changed(path, saves):
    """A file that comes back as it was tells nothing."""
    path.unlink()
    saves.changed()
    write(path, "old")
    assert saves.changed() is False


def test_a_file_that_appears_has_changed(tmp_path):
    """A file that was not there at the start is noticed when it is."""
    saves = Saves(tmp_path / "later.py")
    before = saves.changed()
    write(tmp_path / "later.py", "new")
    assert (before, saves.changed()) == (False, True)


def test_other_files_beside_it_are_ignored(path, saves):
    """Lock and swap files of an editor are not the file."""
    write(path.with_name(".double.py.swp"), "swap")
    assert saves.changed() is False


def test_an_expected_save_is_not_told(path, saves):
    """A text the program itself is about to write is no news."""
    saves.expect("ours, ü\r\n")
    write_atomically(path, "ours, ü\r\n")
    assert saves.changed() is False


def test_what_comes_after_an_expected_save_is_told(path, saves):
    """The learner's next save is news, also when it is the text from before."""
    saves.expect("ours")
    rename(path, "ours")
    saves.changed()
    rename(path, "old")
    assert saves.changed() is True


def test_another_text_than_expected_is_told(path, saves):
    """Expecting one text does not hide another."""
    saves.expect("ours")
    rename(path, "theirs")
    assert saves.changed() is True


def test_a_pipe_is_no_save_and_does_not_block(tmp_path):
    """A named pipe in the file's place is passed over."""
    path = tmp_path / "pipe.py"
    os.mkfifo(path)
    saves = Saves(path)
    assert not saves.changed()
    path.unlink()
    path.write_text("x = 1\n", encoding="utf-8")
    assert saves.changed()


def test_looks_are_fewer_where_they_are_slow(tmp_path, monkeypatch):
    """On a mount where a look takes 10 ms the pause grows, and the words say so."""
    path = tmp_path / "slow.py"
    path.write_text("x = 1\n", encoding="utf-8")
    saves = Saves(path)
    assert "slow" not in saves.how
    real = os.stat

    def slow(*arguments, **options):
        time.sleep(0.01)
        return real(*arguments, **options)

    monkeypatch.setattr(os, "stat", slow)
    saves.changed()
    assert saves.interval >= 0.2
    assert "slow" in saves.how
