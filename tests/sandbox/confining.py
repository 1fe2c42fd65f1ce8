"""Runs an attack in a child that chosen layers confine, and one in a child that none does."""

import json
import os
import signal
from pathlib import Path

from tutor.sandbox import layers


def outcome(attack, active, scratch, arguments=()):
    """Return ``done`` if `attack` succeeds in a child under `active`, else what stopped it."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        report(write, lambda: attempt(attack, active, scratch, arguments))
    os.close(write)
    with os.fdopen(read, "rb") as answer:
        text = answer.read()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return signal.Signals(os.WTERMSIG(status)).name
    if not text and status == 0:
        return "done"  # another program took this one's place
    return json.loads(text)


def report(write, work):
    """Run `work`, write what came of it, and end this process."""
    said = "nothing"
    try:
        said = work()
    except BaseException as error:
        said = f"{type(error).__name__}: {error}"
    finally:
        os.write(write, json.dumps(said).encode())
        os._exit(0)


def attempt(attack, active, scratch, arguments):
    """Confine this process, then attack."""
    layers.confine(Path(scratch), frozenset(active))
    attack(*arguments)
    return "done"
