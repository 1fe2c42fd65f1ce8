"""A variational autoencoder whose code says nothing."""

from typing import ClassVar

from tutor.watchers.finding import Evidence, Finding, Severity
from tutor.watchers.history import History
from tutor.watchers.naming import Reading

READINGS = 150
"""Of the divergence, before anything is said: it begins near 0 and must have time to grow."""
NEWEST = 50
NOTHING = 0.05
"""Nats an example: less than a fourteenth of a bit."""

EXPLANATION = (
    "The posterior equals the prior for every input, so the code holds nothing of the input, "
    "and the decoder has learned to do without it: it gives the same average for all. The "
    "term that pulls the posterior to the prior has won before the decoder had learned to "
    "use the code."
)


class PosteriorCollapse:
    """The divergence between posterior and prior stays at zero."""

    roles: ClassVar[tuple[str, ...]] = ("kl",)

    def __init__(self) -> None:
        self.kl = History()
        self.name = "KL"

    def take(self, reading: Reading) -> None:
        self.name = reading.name
        self.kl.add(reading.step, reading.value)

    def finding(self) -> Finding | None:
        if self.kl.count < READINGS or not 0 <= self.kl.now(NEWEST) < NOTHING:
            return None
        text = f"{self.name} has been {self.kl.now(NEWEST):.2g} nats for {NEWEST} readings."
        return Finding(
            name="posterior_collapse",
            title="The code carries no information",
            explanation=EXPLANATION,
            evidence=(Evidence(text, self.name, self.kl.step),),
            advice=(
                "Begin with the weight of the divergence at 0 and raise it over some epochs.",
                "Allow each latent some nats for nothing (free bits).",
                "Look whether the reconstruction is averaged over pixels while the divergence "
                "is summed: both must be sums over one example.",
            ),
            step=self.kl.step,
            severity=Severity.BROKEN,
        )
