"""For authors: proofs of a course, scaffolding of new parts, reports.

`check` proves a selection of a course and returns one `Proof` for each place of it.
"""

from tutor.authoring.check import Options, check
from tutor.authoring.findings import Finding, Proof

__all__ = ["Finding", "Options", "Proof", "check"]
