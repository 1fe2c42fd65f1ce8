"""Running code that is not judged: a lesson's, or the learner's file as it is."""

from tutor.errors import HostError
from tutor.judge.checking import Checker
from tutor.judge.conversation import Conversation
from tutor.protocol import Failed, Limits, Printed, RunRequest

LIMITS = Limits(seconds=20, call_seconds=20)


async def ran(
    checker: Checker,
    source: str,
    toolset: str,
    *,
    uses: tuple[str, ...] = (),
    trusted: bool = False,
    filename: str = "lesson.py",
) -> Printed:
    """Return what a source prints when it is run in the sandbox.

    Args:
        checker: knows what the learner's own functions are.
        source: the program.
        toolset: ``numpy``, ``gymnasium`` or ``torch``.
        uses: exercises whose code ``tutor.yours`` offers; all of the course when empty
            and the source asks for any.
        trusted: it is the course's own code, unchanged.
        filename: how it is called in messages.

    Raises:
        HostError: the host cannot be started, or went away.
    """
    if not uses and "tutor.yours" in source:
        uses = tuple(checker.course.exercises)
    borrowed = checker.borrowed(uses, own=True)
    request = RunRequest(
        source=source, filename=filename, trusted=trusted, borrowed=borrowed, limits=LIMITS
    )
    async for event in Conversation(request, toolset):
        if isinstance(event, Failed):
            raise HostError(event.reason)
        if isinstance(event, Printed):
            return event
    raise HostError("The code ended without an answer.")
