"""Illnesses of a game between a generator and a discriminator."""

from typing import ClassVar

from tutor.watchers.finding import Evidence, Finding, Severity
from tutor.watchers.history import History
from tutor.watchers.naming import Reading

READINGS = 100
"""For which the discriminator must have won."""
SURE = 0.95
"""Mean probability that it gives to the right answer."""
SMALL_LOSS = 0.1
"""Loss of a discriminator that errs no more, in nats."""
HALF = 0.5
MODE_READINGS = 10
"""Of the number of modes, before anything is said, and for which it must hold."""

STRONG = (
    "The discriminator tells real from generated data almost without error. Then its output "
    "hardly changes when a sample changes a little, so the generator gets next to no gradient "
    "and cannot find out in which direction to improve."
)
COLLAPSED = (
    "The generator makes only a few kinds of samples, whatever noise it is given. It has found "
    "some that the discriminator takes for real, and nothing in its loss asks for others; when "
    "the discriminator catches up, it moves on to the next few."
)


class DiscriminatorTooStrong:
    """The discriminator has been right about nearly everything for long."""

    roles: ClassVar[tuple[str, ...]] = ("d loss", "d real", "d fake")

    def __init__(self) -> None:
        self.series: dict[str, History] = {}

    def take(self, reading: Reading) -> None:
        self.series.setdefault(reading.role, History()).add(reading.step, reading.value)

    def known(self, role: str) -> History | None:
        found = self.series.get(role)
        return found if found and found.count >= READINGS else None

    def finding(self) -> Finding | None:
        real, fake, loss = map(self.known, ("d real", "d fake", "d loss"))
        if real and fake:
            right = (real.now(READINGS), 1 - fake.now(READINGS))
            if min(right) < SURE or real.low < 0 or fake.low < 0:
                return None
            text = (
                f"It gives real data the probability {right[0]:.2f} of being real and "
                f"generated data {1 - right[1]:.2f}, over the last {READINGS} readings."
            )
            series, step = "D real", real.step
        elif loss and 0 <= loss.now(READINGS) < SMALL_LOSS and loss.low >= 0:
            text = f"Its loss has been {loss.now(READINGS):.2g} for {READINGS} readings."
            series, step = "D loss", loss.step
        else:
            return None
        return Finding(
            name="discriminator_too_strong",
            title="The discriminator is too strong",
            explanation=STRONG,
            evidence=(Evidence(text, series, step),),
            advice=(
                "Give the generator the loss -log D(G(z)), whose gradient does not vanish.",
                "Train the discriminator less often, with a smaller step size, or make it "
                "smaller.",
                "Put noise on its inputs, smooth its targets, or penalise its gradient.",
            ),
            step=step,
            severity=Severity.BROKEN,
        )


class ModeCollapse:
    """At most half of the modes are covered, and it gets no better."""

    roles: ClassVar[tuple[str, ...]] = ("modes", "modes of")

    def __init__(self) -> None:
        self.modes = History()
        self.of = 0.0

    def take(self, reading: Reading) -> None:
        if reading.role == "modes":
            self.modes.add(reading.step, reading.value)
        elif reading.value > 0:
            self.of = reading.value

    def finding(self) -> Finding | None:
        modes = self.modes
        if modes.count < 2 * MODE_READINGS:
            return None
        newest = list(modes.recent)[-MODE_READINGS:]
        all_modes = self.of or modes.high
        if max(newest) > HALF * all_modes or all_modes < 2:
            return None
        later, before = modes.between(0.75, 1.0).mean, modes.between(0.5, 0.75).mean
        if later > before + 0.5:
            return None  # it is getting there
        text = f"{max(newest):g} of {all_modes:g} modes were covered in {MODE_READINGS} readings."
        return Finding(
            name="mode_collapse",
            title=f"The generator covers {newest[-1]:g} of {all_modes:g} modes",
            explanation=COLLAPSED,
            evidence=(Evidence(text, "modes", modes.step),),
            advice=(
                "Let the discriminator see how alike the samples of a batch are (minibatch "
                "statistics), or several samples at once.",
                "Use a Wasserstein loss with a gradient penalty.",
                "Make the generator's step size smaller, and begin with wider noise.",
            ),
            step=modes.step,
            severity=Severity.BROKEN,
        )
