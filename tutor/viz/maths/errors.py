"""The one exception of the package.

ValueError
└─ MathError    a formula outside the supported subset, or one that is badly formed
"""


class MathError(ValueError):
    """A formula that cannot be shown faithfully; the message says what to write."""

    def __init__(self, problem: str, command: str, position: int, advice: str) -> None:
        super().__init__(problem, command, position, advice)
        self.problem = problem
        self.command = command
        """The command or character at fault, as written; empty at the formula's end."""
        self.position = position
        """Where `command` starts in the formula, counted from 0."""
        self.advice = advice
        """What the author of the formula should do, as a clause."""

    def __str__(self) -> str:
        return f"{self.problem} at position {self.position}; {self.advice}"
