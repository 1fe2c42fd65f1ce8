"""The real program in a pseudo-terminal: started, typed at, looked at, killed."""

import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from fcntl import ioctl
from pathlib import Path

ROOT = Path(__file__).parents[2]


class Terminal:
    """One process of the program.

    Args:
        home: everything of the learner's.
        arguments: of the command line.
        command: another program instead.
    """

    def __init__(self, home, *arguments, size=(80, 24), command=None):
        command = command or [sys.executable, "-m", "tutor", *arguments]
        self.seen = b""
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.environ.update(DLTUTOR_HOME=str(home), TERM="xterm-256color")
            os.chdir(ROOT)
            os.execv(command[0], command)
        ioctl(
            self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0)
        )

    def read(self, seconds=0.02):
        """Take what is shown within some time."""
        while select.select([self.terminal], [], [], seconds)[0]:
            try:
                part = os.read(self.terminal, 1 << 16)
            except OSError:
                return
            if not part:
                return
            self.seen += part
            seconds = 0.0

    def wait_for(self, text, seconds=60.0, look=0.1):
        """Wait until a text has been shown after what the last wait was for."""
        deadline = time.monotonic() + seconds
        while text.encode() not in self.seen:
            assert time.monotonic() < deadline, (
                f"{text!r} was not shown: {self.seen[-600:]!r}"
            )
            self.read(look)
        self.seen = self.seen.partition(text.encode())[2]

    def type(self, keys):
        os.write(self.terminal, keys.encode())

    def kill(self):
        """Pull the plug."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.terminal)
