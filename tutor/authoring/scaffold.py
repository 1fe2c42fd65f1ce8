"""``course new``: the files of a topic, an exercise, a lesson or a demo, with their TODOs.

What is written can be loaded at once, and `course check` says what is still to do.
"""

import re
from pathlib import Path

from tutor.authoring import templates
from tutor.course import Course
from tutor.errors import NotFound, TutorError

SLUG = re.compile(r"[a-z][a-z0-9_]*")
LESSON = re.compile(r"\d\d_[a-z][a-z0-9_]*")


def new_parts(course: Course, what: str) -> list[Path]:
    """Write the files of something new and return them.

    Args:
        course: to which it belongs.
        what: ``topic``, ``topic/exercise``, ``topic/NN_lesson`` or ``topic/demos/name``.

    Raises:
        TutorError: the name is not lower_snake_case, or something is there already.
        NotFound: there is no such topic.
    """
    topic, *rest = what.strip("/").split("/")
    name = rest[-1] if rest else topic
    if not (SLUG.fullmatch(name) or LESSON.fullmatch(name)) or not SLUG.fullmatch(topic):
        raise TutorError(f"{what!r} is not lower_snake_case, such as cnn/conv_forward.")
    if not rest:
        return new_topic(course, topic)
    if topic not in [known.slug for known in course.topics]:
        raise NotFound(f"There is no topic {topic!r} yet: dltutor course new {topic}")
    if len(rest) == 2 and rest[0] == "demos":
        return [written(course.root / "lessons" / topic / "demos" / f"{name}.py",
                        templates.DEMO.format(title=title_of(name)))]  # fmt: skip
    if LESSON.fullmatch(name):
        return new_lesson(course, topic, name)
    return new_exercise(course, topic, name)


def title_of(name: str) -> str:
    return re.sub(r"^\d\d_", "", name).replace("_", " ").capitalize()


def written(path: Path, text: str) -> Path:
    """Write a new file.

    Raises:
        TutorError: it is there already.
    """
    if path.exists():
        raise TutorError(f"{path} is there already; nothing was changed.")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def new_topic(course: Course, topic: str) -> list[Path]:
    """Add a topic with its first lesson to course.toml."""
    listing = course.root / "lessons" / "course.toml"
    if topic in [known.slug for known in course.topics]:
        raise TutorError(f"The topic {topic} is there already; nothing was changed.")
    page = written(
        course.root / "lessons" / topic / "01_first.md", templates.lesson("First")
    )
    entry = templates.TOPIC.format(slug=topic, title=title_of(topic))
    listing.write_text(listing.read_text(encoding="utf-8").rstrip() + "\n" + entry, "utf-8")
    return [listing, page]


def new_lesson(course: Course, topic: str, name: str) -> list[Path]:
    """Write a lesson and list it in course.toml, last of its topic."""
    page = written(
        course.root / "lessons" / topic / f"{name}.md", templates.lesson(title_of(name))
    )
    listing = course.root / "lessons" / "course.toml"
    head, mark, tail = listing.read_text(encoding="utf-8").partition(f'slug = "{topic}"')
    lessons, bracket, rest = tail.partition("]")
    separator = "" if lessons.rstrip().endswith(("[", ",")) else ","
    lessons = f'{lessons.rstrip()}{separator}\n    "{name}",\n'
    listing.write_text(head + mark + lessons + bracket + rest, encoding="utf-8")
    return [page, listing]


def new_exercise(course: Course, topic: str, name: str) -> list[Path]:
    """Write an exercise and place it at the end of its topic's last lesson."""
    folder = course.root / "exercises" / topic / name
    solutions = course.root / "solutions" / topic / name
    found = {"name": name, "title": title_of(name), "topic": topic}
    files = [
        (folder / "exercise.toml", templates.EXERCISE),
        (folder / "task.md", templates.TASK),
        (folder / "starter.py", templates.STARTER),
        (folder / "harness.py", templates.HARNESS),
        (solutions / "solution.py", templates.SOLUTION),
        (solutions / "also_loops.py", templates.ALSO),
        (solutions / "wrong_sum_not_mean.py", templates.WRONG),
    ]
    if folder.exists() or solutions.exists():
        raise TutorError(f"{topic}/{name} is there already; nothing was changed.")
    made = [written(path, templates.filled(text, found)) for path, text in files]
    placed = any(
        name in les.places for t in course.topics if t.slug == topic for les in t.lessons
    )
    lessons = next(t.lessons for t in course.topics if t.slug == topic)
    if lessons and not placed:
        page = lessons[-1].path
        text = page.read_text(encoding="utf-8").rstrip()
        page.write_text(f"{text}\n\n::: exercise {name}\n", encoding="utf-8")
        made.append(page)
    return made
