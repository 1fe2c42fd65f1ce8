"""What every test shares: a home of its own, and hosts that end with the session."""

import os
import signal
from pathlib import Path

import pytest

from tutor.course import load_course
from tutor.judge import Checker, events, hosting
from tutor.protocol import Status, StatusRequest


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory):
    """Keep the developer's own progress, files and hosts out of the tests."""
    folder = tmp_path_factory.mktemp("home")
    runtime = folder / "run"
    runtime.mkdir(mode=0o700)
    patch = pytest.MonkeyPatch()
    patch.setenv("DLTUTOR_HOME", str(folder))
    patch.setenv("XDG_RUNTIME_DIR", str(runtime))
    patch.setenv("HOME", str(folder))
    patch.delenv("DLTUTOR_WORKSPACE", raising=False)
    patch.delenv("NO_COLOR", raising=False)
    yield folder
    end_hosts()
    patch.undo()


def end_hosts():
    """End every host this session started."""
    for toolset in ("numpy", "gymnasium", "torch"):
        if (sock := hosting.connect(hosting.socket_path(toolset))) is not None:
            sock.close()
            for event in events(StatusRequest(), toolset):
                if isinstance(event, Status):
                    os.kill(event.pid, signal.SIGTERM)


@pytest.fixture(scope="session")
def course():
    """The shipped course."""
    return load_course()


@pytest.fixture(scope="session")
def tiny():
    """A course of two exercises, one numpy and one torch, for tests of the program."""
    return load_course(Path(__file__).parent / "tiny_course")


@pytest.fixture
def checker(tiny):
    return Checker(tiny, None)
