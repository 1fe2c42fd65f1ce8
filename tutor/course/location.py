"""Where the course's files are, in a checkout and in an installation."""

from pathlib import Path

from tutor.errors import CourseError

PACKAGE = Path(__file__).resolve().parents[1]


def course_root(given: Path | None = None) -> Path:
    """Return the folder that holds ``lessons``, ``exercises`` and ``solutions``.

    Args:
        given: a third-party course; the shipped one when None.

    Raises:
        CourseError: no course is there.
    """
    candidates = [given] if given else [PACKAGE / "_course", PACKAGE.parent]
    for folder in candidates:
        if (folder / "lessons" / "course.toml").is_file():
            return folder.resolve()
    tried = " or ".join(str(folder / "lessons/course.toml") for folder in candidates)
    raise CourseError(f"There is no course here: looked for {tried}.")
