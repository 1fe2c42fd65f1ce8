"""Progress is kept exactly, survives other instances, and tells when it cannot be read."""

import hashlib
import itertools
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor import paths
from tutor.errors import StoreError
from tutor.store import Attempt, Standing, Store, database
from tutor.store.schema import MIGRATIONS

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@pytest.fixture
def opened():
    """Opens stores whose clocks count 1, 2, 3, and closes them."""
    stores = []

    def open_store(path):
        stores.append(Store(path, itertools.count(1).__next__))
        return stores[-1]

    yield open_store
    for store in stores:
        store.close()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "deep" / "progress.sqlite3"


@pytest.fixture
def store(opened, path):
    return opened(path)


def attempt(store, text="x = 1", outcome="passed", exercise="a/b", **rest):
    """Keep a text and record a verdict on it; return the attempt as given."""
    sha = store.keep(exercise, text, "checked")
    given = Attempt(exercise, sha, outcome, 7, 2, 3, 1.5, **rest)
    store.record(given)
    return given


def whys(store, exercise="a/b"):
    return [version.why for version in store.versions(exercise)]


def test_a_fresh_store_is_empty(store):
    """A new file has no versions, attempts, standings, hints, answers or settings."""
    found = [store.versions("a/b"), store.attempts(), store.standings()]
    assert found == [[], [], {}]
    assert (store.hints_shown("a/b"), store.answers("a/l")) == (0, {})
    assert (store.setting("place"), store.passed_source("a/b")) == (None, None)


def test_the_file_and_its_folders_are_made(store, path):
    """Opening makes what is missing."""
    assert path.is_file()


def test_the_platforms_place_is_the_default(home):
    """Without a path the store is where the environment says."""
    store = Store()
    store.close()
    assert store.path == paths.store_file()
    assert store.path.is_relative_to(home)


def test_what_was_kept_is_there_when_reopened(opened, path):
    """Closing and opening changes nothing."""
    first = opened(path)
    sha = first.keep("a/b", "x = 1", "start")
    first.show_hints("a/b", 2)
    first.answer("a/l", "q1", "3", True)
    first.set_setting("place", "a/l")
    first.close()
    again = opened(path)
    assert (again.text(sha), whys(again)) == ("x = 1", ["start"])
    assert (again.hints_shown("a/b"), again.answers("a/l")) == (2, {"q1": "3"})
    assert again.setting("place") == "a/l"


@given(st.text())
@settings(deadline=None, max_examples=50)
def test_every_text_is_kept_exactly(tmp_path_factory, text):
    """Any text, with zeros and odd line ends too, comes back as it was kept."""
    store = Store(tmp_path_factory.mktemp("store") / "s")
    try:
        assert store.text(store.keep("a/b", text, "why")) == text
    finally:
        store.close()


def test_the_hash_of_a_text_is_its_sha256(store):
    """A version goes by the SHA-256 of its UTF-8 bytes."""
    assert store.keep("a/b", "ü", "why") == hashlib.sha256("ü".encode()).hexdigest()


def test_versions_come_newest_first_with_their_reasons(store):
    """Each kept text has its number, reason and time, the last one first."""
    shas = [store.keep("a/b", text, text.upper()) for text in ("one", "two")]
    assert [(v.exercise, v.sha256, v.why, v.at) for v in store.versions("a/b")] == [
        ("a/b", shas[1], "TWO", 2),
        ("a/b", shas[0], "ONE", 1),
    ]


def test_a_text_kept_twice_in_a_row_is_one_version(store):
    """Keeping the newest text again adds nothing."""
    store.keep("a/b", "one", "first")
    store.keep("a/b", "one", "second")
    assert whys(store) == ["first"]


def test_a_text_that_comes_back_is_a_version_of_its_own(store):
    """An earlier text kept again is the newest again, and stored once."""
    for text in ("one", "two", "one"):
        store.keep("a/b", text, text)
    count = store.db.execute("SELECT count(*) FROM source").fetchone()[0]
    assert (whys(store), count) == (["one", "two", "one"], 2)


def test_exercises_have_versions_of_their_own(store):
    """The same text of two exercises is a version of each."""
    store.keep("a/b", "one", "here")
    store.keep("a/c", "one", "there")
    assert (whys(store), whys(store, "a/c")) == (["here"], ["there"])


def test_an_unknown_version_is_told(store):
    """Asking for a text that is not kept names the start of its hash."""
    with pytest.raises(StoreError, match="No version 0123456789ab is kept"):
        store.text("0123456789abcdef")


def test_attempts_come_back_as_recorded(store):
    """An attempt keeps all its fields, and gets its time from the clock."""
    given = attempt(store, metrics={"accuracy": 0.9}, misconception="square")
    (found,) = store.attempts("a/b")
    assert found == Attempt(*[getattr(given, n) for n in given.__slots__[:-1]], at=2)


def test_attempts_are_in_order_and_of_one_exercise_or_all(store):
    """Attempts come oldest first, of the exercise named or of every one."""
    for exercise, outcome in (("a/b", "failed"), ("a/c", "raised"), ("a/b", "passed")):
        attempt(store, outcome=outcome, exercise=exercise)
    assert [a.outcome for a in store.attempts("a/b")] == ["failed", "passed"]
    assert [a.outcome for a in store.attempts()] == ["failed", "raised", "passed"]
    assert store.attempts("a/d") == []


def test_a_diagnosis_belongs_to_the_newest_attempt(store):
    """A named mistake is added to the last attempt of that exercise alone."""
    for exercise in ("a/b", "a/b", "a/c"):
        attempt(store, outcome="failed", exercise=exercise)
    store.name_mistake("a/b", "square")
    assert [a.misconception for a in store.attempts()] == [None, "square", None]


def test_the_passed_source_is_the_newest_that_passed(store):
    """Later failures do not replace what passed; a later pass does."""
    attempt(store, "one", "passed")
    attempt(store, "two", "passed")
    attempt(store, "three", "failed")
    attempt(store, "other", "passed", exercise="a/c")
    assert store.passed_source("a/b") == "two"


def test_what_never_passed_has_no_source(store):
    """An exercise that only failed lends nothing."""
    attempt(store, outcome="failed")
    assert store.passed_source("a/b") is None


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (["mark started"], Standing("started", 0, 0, 1)),
        (["mark read"], Standing("read", 0, 0, 1)),
        (["hint"], Standing("started", 0, 2)),
        (["failed"], Standing("started", 1, 0, 2)),
        (["raised", "failed"], Standing("started", 2, 0, 4)),
        (["passed"], Standing("passed", 1, 0, 2)),
        (["passed", "failed"], Standing("passed", 2, 0, 4)),
        (["failed", "hint", "passed"], Standing("passed", 2, 2, 4)),
        (["mark started", "failed"], Standing("started", 1, 0, 3)),
        (["mark given_up"], Standing("given_up", 0, 0, 1)),
        (["failed", "mark given_up"], Standing("given_up", 1, 0, 2)),
        (["hint", "failed", "mark given_up"], Standing("given_up", 1, 2, 2)),
        (["mark given_up", "failed"], Standing("given_up", 1, 0, 3)),
        (["mark given_up", "passed"], Standing("passed", 1, 0, 3)),
        (["passed", "mark given_up"], Standing("passed", 1, 0, 2)),
        (["mark given_up", "mark started"], Standing("started", 0, 0, 2)),
    ],
    ids=lambda v: ", ".join(v) if isinstance(v, list) else "",
)
def test_standing(store, steps, expected):
    """A pass counts for good; giving up counts until it passes; else it is started."""
    for step in steps:
        if step == "hint":
            store.show_hints("a/b", 2)
        elif step.startswith("mark"):
            store.mark("a/b", step.split()[1])
        else:
            attempt(store, step, step)
    assert store.standings() == {"a/b": expected}


def test_a_hint_does_not_hide_when_an_exercise_was_started(store):
    """An exercise that was started and had a hint keeps the time of its start."""
    store.mark("a/b", "started")
    store.show_hints("a/b", 1)
    assert store.standings()["a/b"].last_at == 1


def test_standings_are_of_every_place_touched(store):
    """Lessons read, hints taken and exercises tried are all there, by id."""
    store.mark("a/l", "read")
    store.show_hints("a/h", 1)
    attempt(store, exercise="a/e")
    assert {place: s.status for place, s in store.standings().items()} == {
        "a/l": "read",
        "a/h": "started",
        "a/e": "passed",
    }


def test_hints_never_go_down(store):
    """A hint once seen stays seen."""
    shown = []
    for count in (1, 3, 2, 0):
        store.show_hints("a/b", count)
        shown.append(store.hints_shown("a/b"))
    assert shown == [1, 3, 3, 3]


def test_the_newest_answer_wins(store):
    """Each block of a lesson has the answer last given, other lessons their own."""
    store.answer("a/l", "q1", "3", False)
    store.answer("a/l", "q2", "0,1", True)
    store.answer("a/m", "q1", "9", False)
    store.answer("a/l", "q1", "4", True)
    assert store.answers("a/l") == {"q1": "4", "q2": "0,1"}


@given(st.text(), json_values)
@settings(deadline=None, max_examples=50)
def test_settings_come_back_as_set(tmp_path_factory, name, value):
    """Any JSON value is a setting, and setting it again replaces it."""
    store = Store(tmp_path_factory.mktemp("store") / "s")
    try:
        store.set_setting(name, "before")
        store.set_setting(name, value)
        assert store.setting(name, "default") == value
    finally:
        store.close()


def test_an_unknown_setting_has_its_default(store):
    """What was never set is what the caller says."""
    assert (store.setting("theme", "dark"), store.setting("theme")) == ("dark", None)


def test_a_failed_transaction_leaves_nothing(store):
    """What a write did before it failed is undone, and the store goes on."""
    store.keep("a/b", "one", "why")
    with pytest.raises(sqlite3.IntegrityError):
        store.keep("a/b", "two", None)
    count = store.db.execute("SELECT count(*) FROM source").fetchone()[0]
    assert (whys(store), count) == (["why"], 1)


def test_two_instances_see_each_others_writes(opened, path):
    """What one instance records the other reads at once, and adds to."""
    one, other = opened(path), opened(path)
    attempt(one, outcome="failed")
    attempt(other, outcome="passed")
    one.show_hints("a/b", 1)
    other.show_hints("a/b", 3)
    expected = Standing("passed", 2, 3, 2)
    assert one.standings()["a/b"] == other.standings()["a/b"] == expected


def test_instances_that_write_at_once_lose_nothing(opened, path):
    """Several instances that open a new file and write to it together all succeed."""

    def work(number):
        store = Store(path)
        for step in range(20):
            store.keep("a/b", f"{number} {step}", "why")
        store.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(4)))
    assert len(opened(path).versions("a/b")) == 80


def test_an_instance_may_close_while_another_goes_on(opened, path):
    """Closing one leaves the other working."""
    one, other = opened(path), opened(path)
    one.close()
    other.keep("a/b", "one", "why")
    assert whys(other) == ["why"]


def foreign(path):
    """Make a database of some other program."""
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE source (x)")


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b"no database at all" * 999),
        lambda path: path.mkdir(),
        lambda path: path.parent.rmdir() or path.parent.write_text("a file"),
        foreign,
    ],
    ids=["garbage", "folder", "parent", "foreign"],
)
def test_a_file_that_cannot_be_opened_says_what_to_do(path, damage):
    """A damaged file is named, with the way out, and nothing is deleted."""
    path.parent.mkdir()
    damage(path)
    with pytest.raises(StoreError, match="Move that file away to start afresh") as error:
        Store(path)
    assert str(path) in str(error.value)
    assert path.parent.exists()


def test_a_file_damaged_at_its_start_says_what_to_do(opened, path):
    """A file with nothing but its first bytes intact is told to be damaged."""
    opened(path).close()
    data = path.read_bytes()
    path.write_bytes(data[:100] + b"\xff" * (len(data) - 100))
    with pytest.raises(StoreError, match="Move that file away"):
        Store(path)


def test_a_file_damaged_further_on_says_what_to_do(opened, path):
    """Damage that is met only while reading is a StoreError too."""
    store = opened(path)
    for number in range(50):
        store.keep("a/b", f"{number}" * 500, "why")
    store.close()
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    with pytest.raises(StoreError):
        opened(path).versions("a/b")


def test_a_file_of_a_newer_program_is_left_alone(opened, path):
    """A file of a later version is refused, unchanged, with what to do."""
    store = opened(path)
    store.keep("a/b", "one", "why")
    store.db.execute(f"PRAGMA user_version={len(MIGRATIONS) + 1}")
    store.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"newer dltutor\. Update this one"):
        Store(path)
    assert path.read_bytes() == before


def version(store):
    return store.db.execute("PRAGMA user_version").fetchone()[0]


def test_an_old_file_is_brought_up_to_date(opened, path, monkeypatch):
    """Opening applies the migrations that are missing, each once, and keeps the data."""
    old = opened(path)
    old.keep("a/b", "one", "why")
    old.close()
    added = "CREATE TABLE added (x); INSERT INTO added VALUES (1)"
    monkeypatch.setattr(database, "MIGRATIONS", (*MIGRATIONS, added))
    for _ in range(2):
        new = opened(path)
        rows = new.db.execute("SELECT x FROM added").fetchall()
        assert (version(new), rows, whys(new)) == (len(MIGRATIONS) + 1, [(1,)], ["why"])


def test_a_failed_migration_leaves_the_old_version(opened, path, monkeypatch):
    """A migration that breaks off is undone as a whole and told."""
    opened(path).close()
    broken = "CREATE TABLE added (x); SELECT nonsense"
    with monkeypatch.context() as patch:
        patch.setattr(database, "MIGRATIONS", (*MIGRATIONS, broken))
        with pytest.raises(StoreError, match="cannot be opened"):
            Store(path)
    store = opened(path)
    names = [row[0] for row in store.db.execute("SELECT name FROM sqlite_master")]
    assert (version(store), "added" in names) == (len(MIGRATIONS), False)


def test_a_migration_done_by_another_instance_is_not_done_again(store, path):
    """An instance that waited for another's migration finds it done."""

    class Behind:
        """A connection that shows the version of before the other was done, once."""

        answers = iter(["SELECT 0"])

        def execute(self, statement):
            return store.db.execute(next(self.answers, statement))

    late = object.__new__(Store)
    late.path, late.db = path, Behind()
    late.migrate()
    assert version(store) == len(MIGRATIONS)
