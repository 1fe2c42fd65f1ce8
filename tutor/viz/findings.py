"""Diagnoses of a training, for the eye: a line each, or at length."""

from collections.abc import Sequence

from tutor.viz.ink import Ink, Picture, Run, row
from tutor.viz.typeset.text import wrap
from tutor.watchers.finding import Finding, Severity


def finding_line(finding: Finding, width: int) -> Picture:
    """Return a finding's title with its mark."""
    token = "bad" if finding.severity is Severity.BROKEN else "warn"
    lead = row(Run(" ! ", Ink(token, bold=True)))
    if finding.withdrawn:
        lead, token = row(Run(" ✓ ", Ink("good", bold=True))), "muted"
    since = "   (no longer)" if finding.withdrawn else f"   since step {finding.step}"
    title = [Run(finding.title, Ink(token, bold=True)), Run(since, Ink("muted"))]
    return wrap(title, width, lead, row("   "))


def finding_picture(finding: Finding, width: int) -> Picture:
    """Return a finding in full: title, explanation, evidence, what to try."""
    rest = row("   ")
    picture = finding_line(finding, width)
    picture += wrap([Run(finding.explanation, Ink("text"))], width, rest, rest)
    for evidence in finding.evidence:
        picture += wrap([Run(evidence.text, Ink("info"))], width, rest, rest)
    for number, advice in enumerate(finding.advice, 1):
        lead = row(Run(f"   {number}. ", Ink("accent")))
        picture += wrap([Run(advice, Ink("text"))], width, lead, row("      "))
    return picture


def finding_lines(findings: Sequence[Finding], width: int, most: int = 3) -> Picture:
    """Return the first findings that stand, the gravest first, a line each."""
    shown = [r for finding in graded(findings)[:most] for r in finding_line(finding, width)]
    if len(findings) > most:
        shown.append(row(Run(f"   and {len(findings) - most} more", Ink("muted"))))
    return shown


def finding_page(findings: Sequence[Finding], width: int) -> Picture:
    """Return all findings in full."""
    rows = [
        r for finding in graded(findings) for r in (*finding_picture(finding, width), ())
    ]
    return rows or wrap([Run("Nothing stands out in this run.", Ink("muted"))], width)


def graded(findings: Sequence[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda f: (f.severity is not Severity.BROKEN, f.step))
