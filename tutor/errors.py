"""Every exception dltutor raises on purpose.

TutorError                 anything a user can meet; its text says what is wrong and what to do
├── CourseError            a content file is missing or wrong; names file and line
├── NotFound               no such exercise, lesson or file; names the nearest known one
├── WorkspaceError         a learner's file cannot be read or written
├── StoreError             the record of progress cannot be opened
├── SettingsError          the file of settings is wrong; names it and what would be right
└── HostError              the process that runs checks cannot be started or has gone
WireError                  bytes from a learner process that are not what was agreed
"""


class TutorError(Exception):
    """Something a user can meet; the text says what is wrong and the next thing to do."""


class CourseError(TutorError):
    """A content file is missing or wrong."""


class NotFound(TutorError):
    """No such exercise, lesson or file."""


class WorkspaceError(TutorError):
    """A learner's file cannot be read or written."""


class StoreError(TutorError):
    """The record of progress cannot be opened."""


class SettingsError(TutorError):
    """The file of settings cannot be read or written."""


class HostError(TutorError):
    """The process that runs checks cannot be started or has gone."""


class WireError(Exception):
    """Bytes from a learner process are not what was agreed."""
