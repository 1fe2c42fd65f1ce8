"""Diagnoses of a run, as they stand: one line each, the chosen one at length."""

from collections.abc import Sequence

from tutor.viz.ink import Ink, Picture, Run, row
from tutor.viz.typeset.text import wrap
from tutor.watchers import Finding

INKS = {"broken": "bad", "suspect": "warn"}


def finding_lines(findings: Sequence[Finding], width: int, most: int = 3) -> Picture:
    """Return the findings that stand, the gravest first, a row or two each."""
    rows: Picture = []
    for finding in graded(findings)[:most]:
        ink = INKS[finding.severity]
        where = f" {finding.layer}" if finding.layer else ""
        runs = [
            Run(finding.title + where, Ink(ink, bold=True)),
            Run(f"   since step {finding.step}", Ink("muted")),
        ]
        rows += wrap(runs, width, row(Run("▲ ", Ink(ink, bold=True))), row("  "))
    if len(findings) > most:
        rows.append(row(Run(f"  and {len(findings) - most} more", Ink("muted"))))
    return rows


def finding_page(findings: Sequence[Finding], width: int) -> Picture:
    """Return all findings with explanation, evidence and what to try."""
    rows: Picture = []
    for finding in graded(findings):
        ink = INKS[finding.severity]
        rows += [(), *finding_lines([finding], width), ()]
        rows += [
            *wrap([Run(finding.explanation, Ink("text"))], width, row("  "), row("  ")),
            (),
        ]
        for fact in finding.evidence:
            rows += wrap([Run(fact.text, Ink("muted"))], width, row("  · "), row("    "))
        rows += [(), row(Run("  What to try", Ink(ink, bold=True)))]
        for number, advice in enumerate(finding.advice, 1):
            lead = row(Run(f"  {number} ", Ink("accent", bold=True)))
            rows += wrap([Run(advice, Ink("text"))], width, lead, row("    "))
    return rows or wrap([Run("Nothing stands out in this run.", Ink("muted"))], width)


def graded(findings: Sequence[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda f: (f.severity != "broken", f.step))
