"""A diagnosis of a training, for the eye."""

from tutor.viz.ink import Ink, Picture, Run, row
from tutor.viz.typeset.text import wrap
from tutor.watchers.finding import Finding, Severity


def finding_line(finding: Finding, width: int) -> Picture:
    """Return a finding's title with its mark."""
    token = "bad" if finding.severity is Severity.BROKEN else "warn"
    lead = row(Run(" ! ", Ink(token, bold=True)))
    if finding.withdrawn:
        lead, token = row(Run(" ✓ ", Ink("good", bold=True))), "muted"
    gone = "   (no longer)" if finding.withdrawn else ""
    title = [Run(finding.title, Ink(token, bold=True)), Run(gone, Ink("muted"))]
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
