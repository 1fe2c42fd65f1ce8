"""A log may be cut at any byte and still opens up to its last whole record."""

import pytest

from tests.runs.conftest import scalar
from tutor.errors import StoreError
from tutor.runs.log import head_line, line_of, read_log, record_line, scalar_line

RECORDS = [
    scalar("loss", 1, 0.5),
    scalar("loss", 2, "nan"),
    {"kind": "text", "name": "sample", "step": 2, "value": "ü\n\x1b"},
    {"kind": "histogram", "name": "w", "step": 2, "counts": [1.0], "edges": [0.0, 1.0]},
]


def lines():
    return [
        head_line(id="x"),
        *(
            scalar_line(i / 4, r["name"], r["step"], r["value"])
            if r["kind"] == "scalar"
            else record_line(i / 4, r)
            for i, r in enumerate(RECORDS)
        ),
    ]


def test_what_was_written_is_read(tmp_path):
    """Records come back as they were, with their seconds."""
    path = tmp_path / "a.run"
    path.write_bytes(b"".join(lines()))
    assert list(read_log(path)) == [(i / 4, r) for i, r in enumerate(RECORDS)]


def test_a_log_cut_at_any_byte_opens(tmp_path):
    """Whatever a killed writer leaves, all whole records before it are read."""
    path, parts = tmp_path / "a.run", lines()
    whole = b"".join(parts)
    ends = [sum(map(len, parts[: i + 1])) for i in range(len(parts))]
    for size in range(len(whole) + 1):
        path.write_bytes(whole[:size])
        count = max(0, sum(end <= size for end in ends) - 1)
        assert [record for _, record in read_log(path)] == RECORDS[:count], size


@pytest.mark.parametrize("junk", [b"\x00" * 100, b"00000000 {}\n", b"zzzzzzzz []\n", b"\n"])
def test_junk_ends_the_reading(tmp_path, junk):
    """A line that is not whole ends the log; what came before it counts."""
    path, parts = tmp_path / "a.run", lines()
    path.write_bytes(b"".join(parts[:3]) + junk + b"".join(parts[3:]))
    assert [record for _, record in read_log(path)] == RECORDS[:2]


def test_a_changed_byte_is_noticed(tmp_path):
    """A record whose bytes were changed is not believed."""
    path, whole = tmp_path / "a.run", b"".join(lines())
    place = whole.index(b"0.5")
    path.write_bytes(whole[:place] + b"0.7" + whole[place + 3 :])
    assert list(read_log(path)) == []


def test_an_older_reader_passes_over_new_kinds(tmp_path):
    """Records of kinds that this version does not know are left out."""
    path = tmp_path / "a.run"
    unknown = [
        [1.0, {"kind": "hologram", "name": "x", "step": 1}],
        [1.0],
        {},
        "x",
        [1, 2, 3],
    ]
    path.write_bytes(b"".join([*lines()[:2], *map(line_of, unknown), lines()[4]]))
    assert len(list(read_log(path))) == 2


def test_a_newer_log_is_refused_in_words(tmp_path):
    """A log of a newer version says what to do."""
    path = tmp_path / "a.run"
    path.write_bytes(line_of({"dltutor run": 99}))
    with pytest.raises(StoreError, match="newer dltutor"):
        list(read_log(path))


def test_a_log_of_version_1_opens(tmp_path):
    """The first format stays readable, byte for byte."""
    path = tmp_path / "a.run"
    path.write_bytes(
        b'fd37e032 {"dltutor run":1,"id":"x","place":"a/b","started":1.0}\n'
        b'b8921d32 [0.25,"loss",1,0.5]\n'
    )
    assert list(read_log(path)) == [(0.25, scalar("loss", 1, 0.5))]


def test_a_missing_log_is_an_error_in_words(tmp_path):
    """A run whose log is gone says so."""
    with pytest.raises(StoreError, match="cannot be read"):
        list(read_log(tmp_path / "none.run"))
