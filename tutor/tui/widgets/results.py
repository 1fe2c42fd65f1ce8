"""The results of a check: cases as they come, the first failure open, then the rest."""

from tutor.protocol import CaseResult, Diagnosis, Outcome, Printed, Verdict
from tutor.tui.widgets.sheet import Sheet
from tutor.viz.feedback import case_line, printed_result, verdict_picture
from tutor.viz.ink import Ink, Picture, Run, row
from tutor.viz.typeset.text import wrap


class Results(Sheet):
    """Shows one check from its plan to its diagnosis."""

    def __init__(self) -> None:
        super().__init__()
        self.titles: list[str] = []
        self.cases: list[CaseResult] = []
        self.verdict: Verdict | None = None
        self.diagnosis: Diagnosis | None = None
        self.next_title = ""
        self.is_capstone = False

    @property
    def lesson(self) -> str:
        """Where the mistake found is explained, as ``topic/lesson#anchor``."""
        return self.diagnosis.lesson if self.diagnosis else ""

    def greet(self, path: str) -> None:
        """Say how a check is asked for."""
        lines = [
            [Run("^S", Ink("accent", bold=True)), Run(" saves and checks.", Ink("text"))],
            [Run("Or save ", Ink("muted")), Run(path, Ink("code")),
             Run(" in your own editor: that checks too.", Ink("muted"))],
        ]  # fmt: skip
        self.show(lambda width: [r for line in lines for r in ((), *wrap(line, width))])

    def begin(self) -> None:
        """Forget the last check; its result stays until the first event of the new one."""
        self.cases = []
        self.verdict = None
        self.diagnosis = None

    def waiting(self, what: str) -> None:
        """Say what the check waits for."""
        self.show(lambda width: [(), *wrap([Run(what, Ink("muted"))], width)])

    def broken(self, reason: str) -> None:
        """Say that there is no verdict."""
        title = [
            Run("No verdict. This says nothing about your code.", Ink("warn", bold=True))
        ]
        body = [Run(reason, Ink("text"))]
        self.show(lambda width: [(), *wrap(title, width), (), *wrap(body, width)])

    def printed(self, printed: Printed) -> None:
        """Show what the learner's file printed when it was run as it is."""
        head = row(Run("Your file, run as it is, prints", Ink("accent", bold=True)))
        self.show(
            lambda width: [head, (), *printed_result(printed.text, printed.feedback, width)]
        )
        self.scroll_to(y=0, animate=False)

    def plan(self, titles: list[str]) -> None:
        self.titles = titles
        self.show(self.progress)

    def case(self, result: CaseResult) -> None:
        self.cases.append(result)
        if self.verdict is None and result.elapsed_ms > 100:
            self.show(self.progress)

    def progress(self, width: int) -> Picture:
        rows: Picture = [
            row(Run(f"checking {len(self.cases)} of {len(self.titles)}", Ink("muted")))
        ]
        for case in self.cases:
            rows += case_line(case, width)
        return rows

    def decided(self, verdict: Verdict, next_title: str, is_capstone: bool) -> None:
        """Show the verdict."""
        self.verdict, self.next_title, self.is_capstone = verdict, next_title, is_capstone
        self.show(self.whole)
        self.scroll_to(y=0, animate=False)

    def diagnosed(self, diagnosis: Diagnosis) -> None:
        """Add the name of the mistake, once it is known."""
        self.diagnosis = diagnosis
        self.show(self.whole)

    def whole(self, width: int) -> Picture:
        assert self.verdict is not None
        rows = verdict_picture(self.verdict, width, self.diagnosis)
        return [*rows, (), *self.what_next(width)]

    def what_next(self, width: int) -> Picture:
        """Return the keys that lead on from here."""
        assert self.verdict is not None
        if self.verdict.outcome is Outcome.PASSED:
            keys = [
                ("^N", f"next: {self.next_title}"),
                ("^K", "compare with the reference"),
            ]
            if self.is_capstone:
                keys.insert(0, ("^W", "watch it train"))
        else:
            keys = [("^T", "a hint"), ("^E", "back to your code")]
            if self.lesson:
                keys.insert(0, ("^G", "the paragraph that explains it"))
        rows: Picture = []
        for key, what in keys:
            rows += wrap(
                [Run(f"{key}  ", Ink("accent", bold=True)), Run(what, Ink("muted"))], width
            )
        if self.verdict.outcome is not Outcome.PASSED:
            rows.append(row(Run(f"seed {self.verdict.seed}", Ink("faint"))))
        return rows
