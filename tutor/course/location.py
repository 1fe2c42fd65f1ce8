"""Where the course's files are, in a checkout and in an installation."""

from pathlib import Path
from typing import TYPE_CHECKING

from tutor.errors import CourseError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "dltutor.courses"
PACKAGE = Path(__file__).resolve().parents[1]


def course_root(given: Path | None = None) -> Path:
    """Return the folder that holds ``lessons``, ``exercises`` and ``solutions``.

    Args:
        given: a third-party course, as a folder or by the name of an installed one; the
            shipped one when None.

    Raises:
        CourseError: no course is there.
    """
    if given and not given.exists() and (found := installed().get(str(given))):
        given = folder_of(found)
    candidates = [given] if given else [PACKAGE / "_course", PACKAGE.parent]
    for folder in candidates:
        if (folder / "lessons" / "course.toml").is_file():
            return folder.resolve()
    tried = " or ".join(str(folder / "lessons/course.toml") for folder in candidates)
    known = ", ".join(installed()) or "none"
    raise CourseError(
        f"There is no course here: looked for {tried}. Installed courses: {known}."
    )


def installed() -> "dict[str, EntryPoint]":
    """Return the courses that installed packages offer, by name.

    A package names its course in the entry-point group ``dltutor.courses``; the object is
    a package that holds the three folders, or the path of the folder that does.
    """
    from importlib.metadata import entry_points

    return {point.name: point for point in entry_points(group=GROUP)}


def folder_of(point: "EntryPoint") -> Path:
    """Return the folder that an installed course lives in.

    Raises:
        CourseError: its package cannot be imported.
    """
    try:
        found = point.load()
    except Exception as error:
        raise CourseError(
            f"The course {point.name} cannot be opened: {type(error).__name__}: {error}."
        ) from error
    inside = getattr(found, "__path__", None)
    return Path(inside[0]) if inside else Path(str(found))
