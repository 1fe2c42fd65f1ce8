"""Lines come out of a socket whole and in order."""

import socket

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.errors import WireError
from tutor.wire import lines
from tutor.wire.lines import LineBuffer


@pytest.fixture
def ends():
    near, far = socket.socketpair()
    with near, far:
        yield LineBuffer(near), far


@given(st.lists(st.binary(max_size=40).map(lambda b: b.replace(b"\n", b""))), st.data())
@settings(deadline=None, max_examples=50)
def test_lines_come_back_however_they_are_delivered(messages, data):
    """Lines cut anywhere on their way are given back as they were."""
    stream = b"".join(line + b"\n" for line in messages)
    cuts = data.draw(st.sets(st.integers(0, len(stream)), max_size=5))
    near, far = socket.socketpair()
    with near, far:
        buffer, found, at = LineBuffer(near), [], 0
        for cut in sorted({*cuts, len(stream)} - {0}):
            far.sendall(stream[at:cut])
            buffer.fill()
            found += buffer.lines()
            at = cut
    assert found == messages


def test_an_unfinished_line_is_kept_back(ends):
    """A line without its end is not given out before the rest has come."""
    buffer, far = ends
    far.sendall(b"one\ntw")
    buffer.fill()
    before = list(buffer.lines())
    far.sendall(b"o\n")
    assert (before, buffer.next_line()) == ([b"one"], b"two")


def test_next_line_gives_one_line_at_a_time(ends):
    """Several lines that came together are given out one by one."""
    buffer, far = ends
    far.sendall(b"one\n\ntwo\n")
    assert [buffer.next_line() for _ in range(3)] == [b"one", b"", b"two"]


def test_the_end_is_an_empty_line_and_noted(ends):
    """When the other side hangs up, what is unfinished is dropped and the end noted."""
    buffer, far = ends
    far.sendall(b"one\nhalf")
    far.close()
    assert [buffer.next_line(), buffer.next_line()] == [b"one", b""]
    assert buffer.ended


def test_nothing_to_read_changes_nothing(ends):
    """A socket with nothing to read is not taken for one that has ended."""
    buffer, _ = ends
    buffer.sock.setblocking(False)
    buffer.fill()
    assert (buffer.ended, buffer.pending) == (False, b"")


def test_a_broken_socket_has_ended(ends):
    """A socket that fails counts as hung up."""
    buffer, _ = ends
    buffer.sock.close()
    assert (buffer.next_line(), buffer.ended) == (b"", True)


def test_a_line_without_end_is_refused(ends, monkeypatch):
    """A line longer than any message is an error instead of growing memory."""
    monkeypatch.setattr(lines, "MAX_LINE", 10)
    buffer, far = ends
    far.sendall(b"x" * 11)
    with pytest.raises(WireError, match="too long"):
        buffer.next_line()
