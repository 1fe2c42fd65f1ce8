"""A course is read from plain files; what is wrong in one is told with its name."""

import shutil
from pathlib import Path

import pytest

from tutor.course import Exercise, Kind, Lesson, load_course, location
from tutor.course.model import Demo
from tutor.errors import CourseError, NotFound
from tutor.judge import Checker
from tutor.protocol import Limits

TINY = Path(__file__).parents[1] / "tiny_course"
DOUBLE = "exercises/tiny/double/exercise.toml"
SCALE = "exercises/tiny/scale/exercise.toml"


@pytest.fixture
def files(tmp_path):
    """A copy of the tiny course that may be changed."""
    return Path(shutil.copytree(TINY, tmp_path / "course"))


def change(files, name, old, new):
    """Replace a part of one file; return the file's path."""
    path = files / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    return path


def complaint(files):
    with pytest.raises(CourseError) as error:
        load_course(files)
    return str(error.value)


def test_a_third_party_course_is_read(tiny):
    """Title, topics, lessons, exercises and demos come from the folder given."""
    (topic,) = tiny.topics
    assert (tiny.title, tiny.root) == ("A tiny course", TINY.resolve())
    assert (topic.slug, topic.title) == ("tiny", "Tiny")
    assert topic.summary == "Two exercises, for the program's own tests."


def test_places_are_in_course_order(tiny):
    """Each lesson is followed by what it places."""
    assert list(tiny.places) == [
        "tiny/first", "tiny/double", "tiny/knobs", "tiny/second", "tiny/scale",
    ]  # fmt: skip


def test_a_lesson_is_read_from_its_head(tiny):
    """Title, minutes, summary and places are known without reading the page."""
    first = tiny.places["tiny/first"]
    path = TINY.resolve() / "lessons/tiny/01_first.md"
    places = ("double", "knobs")
    assert first == Lesson("tiny/first", "First", path, 1, "Doubling.", places)
    assert (first.topic, first.name, first.kind) == ("tiny", "first", Kind.LESSON)


def test_a_lesson_without_a_head_goes_by_its_name(files):
    """Front matter is optional."""
    (files / "lessons/tiny/02_second.md").write_text("# Second\n")
    second = load_course(files).places["tiny/second"]
    assert (second.title, second.minutes, second.places) == ("second", 10, ())


def test_an_exercise_is_read_from_its_description(tiny):
    """What is not said in exercise.toml has its default."""
    double, scale = tiny.exercise("double"), tiny.exercise("scale")
    assert (double.title, double.level, double.minutes) == ("Double", "easy", 1)
    assert (double.kind, double.needs, double.entry) == (
        Kind.EXERCISE,
        "numpy",
        ("double",),
    )
    assert double.limits == Limits(seconds=4, call_seconds=1.0)
    assert (double.rtol, double.atol, double.uses) == (1e-6, 1e-9, ())
    assert (scale.limits, scale.uses) == (Limits(), ("tiny/double",))


def test_tolerances_are_read(files):
    """A table `tolerance` sets what results are compared with."""
    path = files / SCALE
    path.write_text(path.read_text() + "[tolerance]\nrtol = 0.5\natol = 0.25\n")
    scale = load_course(files).exercise("scale")
    assert (scale.rtol, scale.atol) == (0.5, 0.25)


def test_a_capstone_is_an_exercise_of_its_kind(files):
    """`kind` makes a capstone."""
    change(files, SCALE, 'title = "Scale"', 'title = "Scale"\nkind = "capstone"')
    assert load_course(files).exercise("scale").kind is Kind.CAPSTONE


def test_an_exercise_knows_its_files(tiny):
    """Task, starter, harness and solutions are where they are looked for."""
    double = tiny.exercise("double")
    paths = [double.task, double.starter, double.harness, double.solution, *double.wrong]
    assert [p.name for p in paths] == [
        "task.md", "starter.py", "harness.py", "solution.py", "wrong_in_place.py",
        "wrong_square.py",
    ]  # fmt: skip
    assert all(path.is_file() for path in paths)


def test_a_demo_is_read_from_its_head(tiny):
    """Title and needs of a demo stand in its first comment."""
    knobs = tiny.places["tiny/knobs"]
    path = TINY.resolve() / "lessons/tiny/demos/knobs.py"
    expected = Demo("tiny/knobs", "Knobs", path, "numpy", ("tiny/double",))
    assert (knobs, knobs.topic, knobs.name) == (expected, "tiny", "knobs")


def test_what_no_lesson_places_is_no_place(files):
    """An exercise that is not named in a lesson is not part of the course yet."""
    change(files, "lessons/tiny/02_second.md", "::: exercise scale", "")
    assert list(load_course(files).exercises) == ["tiny/double"]


def test_the_shipped_course_is_the_default(course):
    """Without a folder the course that comes with the program is read."""
    assert course.exercises
    assert course.root == load_course(location.course_root()).root


def test_an_installed_course_comes_first(files, monkeypatch, tmp_path):
    """A wheel's own copy is found before a checkout's folders."""
    monkeypatch.setattr(location, "PACKAGE", tmp_path / "tutor")
    shutil.copytree(files, tmp_path / "tutor" / "_course")
    shutil.copytree(files / "lessons", tmp_path / "lessons")
    assert location.course_root() == (tmp_path / "tutor" / "_course").resolve()


def test_a_folder_without_a_course_is_told(tmp_path):
    """What was looked for is named."""
    message = f"There is no course here: looked for {tmp_path / 'lessons/course.toml'}. "
    message += "Installed courses: none."
    assert complaint(tmp_path) == message


def test_a_missing_lesson_is_told(files):
    """A lesson that course.toml names and nobody wrote is named."""
    (files / "lessons/tiny/02_second.md").unlink()
    assert complaint(files).endswith(
        "02_second.md: cannot be read (No such file or directory)."
    )


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("lessons/course.toml", "format = 1", "format = "),
        ("lessons/tiny/01_first.md", "minutes = 1", "minutes = one"),
        (DOUBLE, 'level = "easy"', "level = easy"),
        ("lessons/tiny/demos/knobs.py", '# title = "Knobs"', "# title = Knobs"),
    ],
)
def test_broken_toml_is_told_with_file_and_line(files, name, old, new):
    """What is no TOML is told with the file's name and the place in it."""
    path = change(files.resolve(), name, old, new)
    message = complaint(files)
    assert message.startswith(f"{path}: ")
    assert "line" in message


def test_an_unknown_key_is_told(files):
    """A misspelt key of an exercise is named with the file."""
    path = change(files.resolve(), DOUBLE, "minutes", "minuts")
    assert complaint(files).startswith(f"{path}: unknown key 'minuts'; known: ")


@pytest.mark.parametrize("key", ["id", "folder", "solutions", "rtol"])
def test_a_key_that_is_not_the_authors_is_unknown(files, key):
    """What follows from the place of the file cannot be set in it."""
    change(files, DOUBLE, "minutes = 1", f'minutes = 1\n{key} = "x"')
    assert f"unknown key {key!r}" in complaint(files)


@pytest.mark.parametrize("key", ["title", "level", "minutes", "needs", "entry"])
def test_a_missing_key_is_told(files, key):
    """A key that an exercise needs is named with the file."""
    path = files.resolve() / DOUBLE
    lines = [line for line in path.read_text().splitlines() if not line.startswith(key)]
    path.write_text("\n".join(lines))
    message = complaint(files)
    assert message.startswith(f"{path}: ")
    assert repr(key) in message


def test_an_unknown_tolerance_is_told(files):
    """A misspelt tolerance is named with the file."""
    path = files.resolve() / SCALE
    path.write_text(path.read_text() + "[tolerance]\nrtoll = 1\n")
    message = complaint(files)
    assert message.startswith(f"{path}: ")
    assert "'rtoll'" in message


def test_a_demo_without_a_head_is_told(files):
    """A demo that does not say what it is, is named."""
    path = files.resolve() / "lessons/tiny/demos/knobs.py"
    path.write_text("KNOBS = []\n")
    assert complaint(files).startswith(f"{path}: a demo starts with a `# /// demo`")


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        pytest.param("lessons/course.toml", 'slug = "tiny"', "", id="topic without slug"),
        pytest.param("lessons/course.toml", 'title = "Tiny"', "", id="topic without title"),
        pytest.param(
            "lessons/course.toml",
            'lessons = ["01_first", "02_second"]',
            "",
            id="topic without lessons",
        ),
        pytest.param(
            "lessons/tiny/demos/knobs.py", '# title = "Knobs"', "#", id="demo without title"
        ),
        pytest.param(SCALE, "minutes = 2", 'minutes = 2\nkind = "project"', id="kind"),
        pytest.param(DOUBLE, "seconds = 4", "second = 4", id="limit"),
        pytest.param(DOUBLE, "[limits]\nseconds = 4\n", "limits = 4\n#", id="limits"),
    ],
)
def test_every_other_mistake_is_told(files, name, old, new):
    """Whatever is wrong in a content file is a CourseError that names the file."""
    path = change(files.resolve(), name, old, new)
    assert complaint(files).startswith(f"{path}: ")


def test_a_file_of_another_encoding_is_told(files):
    """A lesson that is not UTF-8 is named."""
    path = files.resolve() / "lessons/tiny/02_second.md"
    path.write_bytes(b"# \xff")
    assert complaint(files).startswith(f"{path}: ")


@pytest.mark.parametrize("selector", ["tiny/double", "double"])
def test_a_place_is_found_by_id_or_name(tiny, selector):
    """The name alone is enough where only one place has it."""
    assert tiny.find(selector).id == "tiny/double"


@pytest.mark.parametrize(
    ("selector", "near"),
    [
        ("duble", " Did you mean double?"),
        ("tiny/skale", " Did you mean tiny/scale?"),
        ("qqqqqqqq", ""),
        ("", ""),
    ],
)
def test_what_is_not_there_names_the_nearest(tiny, selector, near):
    """A misspelt name is answered with the one that was probably meant."""
    with pytest.raises(NotFound) as error:
        tiny.find(selector)
    assert str(error.value) == (
        f"The course has no {selector!r}.{near} `dltutor list` shows all there is."
    )


@pytest.fixture
def twice(files):
    """A course in which two topics have an exercise of one name."""
    for folder in ("lessons", "exercises", "solutions"):
        shutil.copytree(files / folder / "tiny", files / folder / "more")
    topic = '\n[[topic]]\nslug = "more"\ntitle = "More"\nlessons = ["01_first"]\n'
    path = files / "lessons/course.toml"
    path.write_text(path.read_text() + topic)
    return load_course(files)


def test_a_name_that_two_places_have_is_not_enough(twice):
    """An ambiguous name is refused; the id is enough."""
    with pytest.raises(NotFound):
        twice.find("double")
    assert twice.find("more/double").id == "more/double"


def test_a_name_that_two_places_have_names_both(twice):
    """A learner is told the ids to choose from."""
    with pytest.raises(NotFound, match=r"tiny/double.*more/double"):
        twice.find("double")


def test_an_exercise_is_asked_for_by_its_kind(tiny):
    """A lesson or demo where an exercise is needed is told to be one."""
    assert isinstance(tiny.exercise("double"), Exercise)
    with pytest.raises(NotFound, match="tiny/first is a lesson, not an exercise"):
        tiny.exercise("first")
    with pytest.raises(NotFound, match="tiny/knobs is a demo, not an exercise"):
        tiny.exercise("knobs")


def test_an_exercise_knows_its_lesson(tiny):
    """The lesson of an exercise or demo is the one that places it; a lesson has none."""
    lessons = [tiny.lesson_of(tiny.find(name)) for name in ("double", "knobs", "scale")]
    assert [lesson.name for lesson in lessons] == ["first", "first", "second"]
    assert tiny.lesson_of(tiny.find("first")) is None


def test_the_lesson_is_looked_for_in_the_own_topic(twice):
    """Of two exercises of one name each has the lesson of its topic."""
    ids = [twice.lesson_of(twice.find(f"{t}/double")).id for t in ("tiny", "more")]
    assert ids == ["tiny/first", "more/first"]


def test_each_place_has_the_next(tiny):
    """Following the course from its first place comes through all of them."""
    found = [place := next(iter(tiny.places.values()))]
    while place := tiny.after(place.id):
        found.append(place)
    assert [place.id for place in found] == list(tiny.places)


def test_nothing_comes_after_what_is_not_there(tiny):
    """An id that the course does not have has no next place."""
    assert tiny.after("tiny/none") is None


def uses(files, name, used):
    """Make an exercise of the course use others."""
    path = files / "exercises/tiny" / name / "exercise.toml"
    lines = [line for line in path.read_text().splitlines() if "uses" not in line]
    at = lines.index("[limits]") if "[limits]" in lines else len(lines)
    lines.insert(at, f"uses = {used}")
    path.write_text("\n".join(lines))


def test_the_closure_of_a_third_party_course_is_its_own(tiny):
    """What an exercise uses is looked up in the course it belongs to."""
    (borrowed,) = Checker(tiny, None).borrowed(tiny.exercise("scale").uses, own=True)
    assert (borrowed.exercise, borrowed.names) == ("tiny/double", ("double",))
    assert borrowed.source == (TINY / "solutions/tiny/double/solution.py").read_text()


def test_the_closure_has_what_is_used_in_turn(files):
    """Exercises that are used by used ones are there too, each once."""
    uses(files, "double", ["tiny/scale"])
    uses(files, "scale", ["tiny/double", "tiny/scale"])
    checker = Checker(load_course(files), None)
    assert checker.closure(("tiny/double",)) == ["tiny/double", "tiny/scale"]


def test_the_closure_of_what_is_not_there_is_told(tiny):
    """An exercise that uses one the course does not have is told with the nearest."""
    with pytest.raises(NotFound, match="Did you mean tiny/double"):
        Checker(tiny, None).closure(("tiny/dubble",))
