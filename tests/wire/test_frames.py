"""Frames arrive whole over a real socket, or end with an error that says why."""

import os
import socket
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.errors import WireError
from tutor.wire.frames import HEAD, MAX_BLOB, MAX_TEXT, Channel, Closed, Late


@pytest.fixture
def ends():
    """A channel and the bare socket at its other end."""
    near, far = socket.socketpair()
    channel = Channel(near)
    channel.idle_every = 0.001
    channel.deadline = time.monotonic() + 60
    with far:
        yield channel, far
    channel.close()


def frame(text, blob=b""):
    return HEAD.pack(len(text), len(blob)) + text + blob


@given(
    st.lists(st.tuples(st.text(max_size=50), st.lists(st.binary(max_size=99)))),
    st.booleans(),
)
@settings(deadline=None, max_examples=40)
def test_frames_arrive_in_order_and_whole(messages, at_once):
    """What is sent is received, each with its own bytes, whether read at once or not."""
    near, far = socket.socketpair()
    one, other = Channel(near), Channel(far)
    with near, far:
        other.deadline = time.monotonic() + 60
        if at_once:
            for body, blobs in messages:
                one.send(body, blobs)
        for body, blobs in messages:
            if not at_once:
                one.send(body, blobs)
            assert other.receive() == (body, b"".join(blobs))


@pytest.mark.parametrize("size", [1, 3, 8, 11])
def test_a_frame_in_pieces_arrives_whole(ends, size):
    """A frame delivered a few bytes at a time is put together."""
    channel, far = ends
    data = frame(b'{"a":[1,2]}', b"blob bytes")
    pieces = [data[i : i + size] for i in range(0, len(data), size)]
    channel.idle = lambda: far.sendall(pieces.pop(0))
    assert channel.receive() == ({"a": [1, 2]}, b"blob bytes")


def test_a_frame_larger_than_the_sockets_buffer_is_sent(ends):
    """A frame the kernel cannot take at once goes out as the other side reads."""
    channel, far = ends
    blob = os.urandom(1 << 21)
    far.setblocking(False)
    received = bytearray()

    def read():
        while True:
            try:
                received.extend(far.recv(1 << 20))
            except BlockingIOError:
                return

    channel.idle = read
    channel.send(None, [blob])
    read()
    assert bytes(received) == frame(b"null", blob)


@pytest.mark.parametrize("kept", [0, 5, 8, 10, 13])
def test_a_closed_peer_is_told_at_every_point(ends, kept):
    """A peer that goes before or inside a frame is Closed, not a frame cut short."""
    channel, far = ends
    far.sendall(frame(b"null", b"12")[:kept])
    far.close()
    with pytest.raises(Closed):
        channel.receive()


def test_a_frame_before_the_peer_closed_is_still_read(ends):
    """What was complete before the other side went is received."""
    channel, far = ends
    far.sendall(frame(b"7"))
    far.close()
    assert channel.receive() == (7, b"")


def test_sending_to_a_closed_peer_is_closed(ends):
    """Sending to nobody raises Closed."""
    channel, far = ends
    far.close()
    with pytest.raises(Closed):
        channel.send(None, [bytes(1 << 20)])


def test_a_closed_channel_is_closed(ends):
    """Reading from the channel one has closed oneself raises Closed too."""
    channel, _ = ends
    channel.close()
    with pytest.raises(Closed):
        channel.receive()


def test_receiving_ends_at_the_deadline(ends):
    """Half a frame and then nothing is Late."""
    channel, far = ends
    far.sendall(frame(b"null")[:6])
    channel.deadline = time.monotonic()
    with pytest.raises(Late):
        channel.receive()


def test_sending_ends_at_the_deadline(ends):
    """A peer that never reads makes sending Late."""
    channel, _ = ends
    channel.deadline = time.monotonic()
    with pytest.raises(Late):
        channel.send(None, [bytes(1 << 22)])


def test_the_deadline_does_not_hide_what_has_come(ends):
    """A frame that lies ready is received even when the deadline has passed."""
    channel, far = ends
    far.sendall(frame(b"true"))
    channel.deadline = time.monotonic() - 1
    assert channel.receive() == (True, b"")


@pytest.mark.parametrize(
    ("text", "blob"), [(MAX_TEXT + 1, 0), (0, MAX_BLOB + 1), ((1 << 32) - 1,) * 2]
)
def test_an_oversize_header_is_refused_unread(ends, text, blob):
    """A frame that claims too many bytes is refused at its header."""
    channel, far = ends
    far.sendall(HEAD.pack(text, blob))
    with pytest.raises(WireError, match="claims"):
        channel.receive()


@pytest.mark.parametrize(
    ("text", "blob"), [("x" * MAX_TEXT, []), ("", [bytes(MAX_BLOB), b"1"])]
)
def test_an_oversize_frame_is_not_sent(ends, text, blob):
    """A value too large to be received is not sent at all."""
    channel, far = ends
    with pytest.raises(WireError, match="too large"):
        channel.send(text, blob)
    far.setblocking(False)
    with pytest.raises(BlockingIOError):
        far.recv(1)


@pytest.mark.parametrize(
    "text",
    [b"", b"{", b"\xff", b"[1,]", b"nul", b"9" * 5000, b"[" * 100_000],
    ids=["empty", "open", "not utf-8", "comma", "word", "digits", "depth"],
)
def test_a_text_that_is_no_json_is_a_wire_error(ends, text):
    """A frame whose text cannot be read raises WireError and nothing else."""
    channel, far = ends
    far.sendall(frame(text))
    with pytest.raises(WireError, match="not readable"):
        channel.receive()


def test_watched_descriptors_are_served_while_waiting(ends):
    """Another descriptor is read while a frame is awaited."""
    channel, far = ends
    read, write = os.pipe()
    seen = []

    def serve():
        seen.append(os.read(read, 99))
        channel.unwatch(read)
        far.sendall(frame(b"1"))

    channel.watch(read, serve)
    os.write(write, b"printed")
    assert (channel.receive(), seen) == ((1, b""), [b"printed"])
    os.close(read)
    os.close(write)


def test_idle_is_called_while_nothing_comes(ends):
    """While it waits the channel calls `idle` again and again."""
    channel, far = ends
    beats = []

    def idle():
        beats.append(None)
        if len(beats) == 3:
            far.sendall(frame(b"1"))

    channel.idle = idle
    channel.receive()
    assert len(beats) == 3
