"""The ways in which a learner process ends before its time, and what is said of each.

Each function ends the process and returns what is to be raised.
"""

import os
import signal

from tutor.errors import WireError
from tutor.harness.running import Ended
from tutor.protocol import Feedback, Limits, Outcome
from tutor.worker.process import Process

LINE_LOST = 120
"""Exit status of a learner process that finds its line to the judge closed."""
HINTS = {
    "SIGSEGV": " (a crash in compiled code)",
    "SIGKILL": " (the system may have run out of memory)",
    "SIGXFSZ": " (it wrote too large a file)",
}


def out_of_time(process: Process, limits: Limits, *, over: bool) -> Ended:
    """The check took too long (`over`), or one call did."""
    seconds = limits.seconds if over else limits.call_seconds
    what = "The check was still" if over else "Still"
    message = f"{what} running after {seconds:g} seconds, so it was stopped."
    return interrupted(process, Outcome.TIMED_OUT, message, quoting=True)


def flooded(process: Process, most_kib: int) -> Ended:
    """It printed too much."""
    return interrupted(
        process, Outcome.OUTPUT_FLOOD, f"More than {most_kib} KiB were printed."
    )


def crowded(process: Process, most_mib: int) -> Ended:
    """It filled its scratch folder."""
    message = f"More than {most_mib} MiB were written to files."
    return interrupted(process, Outcome.OUTPUT_FLOOD, message)


def stopped(process: Process) -> Ended:
    """It was asked to stop and went on."""
    message = "The run was stopped, as you asked."
    return interrupted(process, Outcome.TIMED_OUT, message)


def interrupted(
    process: Process, outcome: Outcome, message: str, *, quoting: bool = False
) -> Ended:
    """End a process that is running, and say at which line it was."""
    places = process.where()
    process.kill()
    if places:
        last = places[-1]
        text = f": `{last.text.strip()}`" if quoting else ""
        message += f" It was at line {last.line}{text}."
    return Ended(outcome, Feedback(message, places=places))


def garbled(process: Process, error: WireError) -> Ended:
    """It does not answer in the agreed form."""
    process.kill()
    message = f"Your code wrote into the judge's line: {error}."
    return Ended(Outcome.CRASHED, Feedback(message))


def gone(process: Process) -> Ended:
    """It ended by itself, or closed its line."""
    status = process.ended_by_itself()
    if status is None or is_exit(status, LINE_LOST):
        process.kill()
        message = "Your code closed the line to the judge."
    elif os.WIFSIGNALED(status):
        name = signal_name(os.WTERMSIG(status))
        hint = HINTS.get(name, "")
        message = f"The process that ran your code was ended by {name}{hint}."
    else:
        code = os.WEXITSTATUS(status)
        message = f"Your code ended its process (exit status {code}) instead of returning."
    return Ended(Outcome.CRASHED, Feedback(message))


def is_exit(status: int, code: int) -> bool:
    return os.WIFEXITED(status) and os.WEXITSTATUS(status) == code


def signal_name(number: int) -> str:
    """Return a signal's name; those for programs' own use have none."""
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
