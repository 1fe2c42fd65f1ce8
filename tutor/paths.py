"""Where things are: the only reader of environment variables, home and platform folders.

``DLTUTOR_HOME`` moves everything below one folder (tests, portable use);
``DLTUTOR_WORKSPACE`` moves the learner's files alone.
"""

import os
import tempfile
from pathlib import Path

import platformdirs

from tutor.errors import TutorError


def data() -> Path:
    """Return the folder of the store and of the hosts' logs."""
    home = os.environ.get("DLTUTOR_HOME")
    return Path(home) / "data" if home else platformdirs.user_data_path("dltutor")


def cache() -> Path:
    """Return the folder of what can be made again."""
    home = os.environ.get("DLTUTOR_HOME")
    return Path(home) / "cache" if home else platformdirs.user_cache_path("dltutor")


def workspace() -> Path:
    """Return the folder that holds the learner's own files."""
    if folder := os.environ.get("DLTUTOR_WORKSPACE"):
        return Path(folder).expanduser()
    home = os.environ.get("DLTUTOR_HOME")
    return Path(home) / "workspace" if home else Path.home() / "dltutor"


def config() -> Path:
    """Return the folder of what the learner sets."""
    home = os.environ.get("DLTUTOR_HOME")
    return Path(home) / "config" if home else platformdirs.user_config_path("dltutor")


def settings_file() -> Path:
    """Return the file of settings, which people may edit."""
    return config() / "settings.toml"


def store_file() -> Path:
    """Return the path of the SQLite file that records progress."""
    return data() / "progress.sqlite3"


def runs() -> Path:
    """Return the folder of the runs that are kept."""
    return data() / "runs"


def host_log(name: str) -> Path:
    """Return the file that takes the standard error of the host called `name`."""
    return data() / f"host-{name}.log"


def runtime() -> Path:
    """Return a private folder for sockets, made with mode 0700.

    Raises:
        TutorError: the folder belongs to somebody else or is open to others.
    """
    base = os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir()
    folder = Path(base) / f"dltutor-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if found.st_uid != os.getuid() or found.st_mode & 0o077 or folder.is_symlink():
        raise TutorError(
            f"{folder} is open to other users. Remove it and start again, or set "
            "XDG_RUNTIME_DIR to a folder of your own."
        )
    return folder


def display(path: Path) -> str:
    """Return `path` as a person writes it: home as ``~``."""
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except ValueError:
        return str(path)
