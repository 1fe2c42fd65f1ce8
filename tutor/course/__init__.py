"""The content model: topics, lessons and exercises, read from plain files.

Knows where content is and what form it has; knows no exercise by name.
"""

from tutor.course.load import load_course
from tutor.course.model import Course, Exercise, Kind, Lesson, Topic

__all__ = ["Course", "Exercise", "Kind", "Lesson", "Topic", "load_course"]
