"""Checks of harnesses that a test writes on the spot."""

import textwrap

from tutor.judge import events
from tutor.protocol import CheckRequest, Diagnosis, Failed, Limits, Program, Verdict

LIMITS = Limits(seconds=5, call_seconds=2)


class Improvised:
    """An exercise in a folder of its own: a harness, a reference, wrong programs."""

    def __init__(self, folder, harness, reference="", needs="numpy", **options):
        self.folder, self.needs, self.options = folder, needs, options
        self.wrong = ()
        self.harness = self.file("harness.py", harness)
        self.reference = self.file("solution.py", reference)

    def file(self, name, text):
        path = self.folder / name
        path.write_text(textwrap.dedent(text), encoding="utf-8")
        return str(path)

    def knows(self, **programs):
        """Add known wrong programs by name."""
        self.wrong = tuple(
            Program(name, self.file(f"wrong_{name}.py", text))
            for name, text in programs.items()
        )
        return self

    def request(self, source, seed=1, limits=LIMITS):
        return CheckRequest(
            "made/up", "up.py", textwrap.dedent(source), seed, self.harness,
            self.reference, (), 1e-6, 1e-9, limits, self.wrong,
            diagnose=bool(self.wrong), **self.options,
        )  # fmt: skip

    def check(self, source, seed=1):
        """Return verdict and diagnosis of a source."""
        verdict, diagnosis = None, Diagnosis(None)
        for event in events(self.request(source, seed), self.needs):
            assert not isinstance(event, Failed), event.reason
            verdict = event if isinstance(event, Verdict) else verdict
            diagnosis = event if isinstance(event, Diagnosis) else diagnosis
        return verdict, diagnosis


def message(verdict):
    """Return what the first failing case says, or nothing."""
    found = [case.feedback for case in verdict.cases if case.feedback]
    return found[0].message if found else ""


def hints(verdict):
    """Return the general diagnoses of the first failing case."""
    return next((" ".join(c.feedback.hunches) for c in verdict.cases if c.feedback), "")
