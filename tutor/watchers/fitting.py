"""What a training learns against what carries over to other data."""

from typing import ClassVar

from tutor.watchers.finding import Evidence, Finding, Severity
from tutor.watchers.history import History
from tutor.watchers.naming import Reading

READINGS = 6
"""Of the validation loss, before anything is said."""
WINDOW = 3
RISEN = 1.1
"""Times its best that the validation loss has risen to."""
FALLEN = 0.9
"""Share of what it was at that time that the training loss has fallen to."""
NEVER_BETTER = 0.97
"""Share of an untrained network's loss that the validation loss never got below."""
LEARNED = 0.8
"""Share of its start that the training loss has fallen to: something is being learned."""

OVERFITTING = (
    "The loss on the training data still falls while the loss on data that is held out has "
    "begun to rise. What the network learns now are peculiarities of the training examples, "
    "noise included, and they do harm elsewhere. The best network of this run is behind it."
)
SHUFFLED = (
    "The network fits its training data, yet on held-out data it never got better than it was "
    "before training. So what it learns has nothing to do with what is asked: it memorises. "
    "That is what happens when inputs and labels no longer belong together: shuffled apart, "
    "sorted in different ways, or shifted by one."
)


class Fit:
    """The training loss, and the validation loss with its best."""

    roles: ClassVar[tuple[str, ...]] = ("loss", "validation loss")

    def __init__(self) -> None:
        self.loss = History()
        self.held_out = History()
        self.name = "validation loss"
        self.best = float("inf")
        """Lowest mean of `WINDOW` readings."""
        self.best_step = 0
        self.loss_then = float("nan")

    def take(self, reading: Reading) -> None:
        if reading.role == "loss":
            self.loss.add(reading.step, reading.value)
            return
        self.name = reading.name
        self.held_out.add(reading.step, reading.value)
        if self.held_out.count >= WINDOW and self.held_out.now(WINDOW) < self.best:
            self.best, self.best_step = self.held_out.now(WINDOW), reading.step
            self.loss_then = self.loss.now()


class Overfitting(Fit):
    """The validation loss has risen from its best while the training loss fell on."""

    def finding(self) -> Finding | None:
        now = self.held_out.now(WINDOW)
        enough = self.held_out.count >= READINGS and self.held_out.low > 0
        if not enough or now < RISEN * self.best or never_learned(self):
            return None
        falls = self.loss.now() < FALLEN * self.loss_then
        if self.loss.count and not falls:
            return None
        evidence = [
            Evidence(
                f"{self.name} was lowest near step {self.best_step}, {self.best:.4g}, and is "
                f"{now:.4g} now.", self.name, self.best_step,
            )
        ]  # fmt: skip
        if self.loss.count:
            text = f"The training loss fell from {self.loss_then:.4g} to {self.loss.now():.4g}."
            evidence.append(Evidence(text, "loss", self.loss.step))
        return Finding(
            name="overfitting",
            title=f"Overfitting since about step {self.best_step}",
            explanation=OVERFITTING,
            evidence=tuple(evidence),
            advice=(
                "Stop here and keep the weights of the best step (early stopping).",
                "Get more data, or make more of it by small changes that keep the label.",
                "Use weight decay or dropout, or a smaller network.",
            ),
            step=self.best_step,
            severity=Severity.SUSPECT,
        )


def never_learned(fit: Fit) -> bool:
    """Return whether the validation loss never got below that of an untrained network."""
    return fit.loss.count > 0 and fit.best > NEVER_BETTER * fit.loss.start(3)


class LabelsShuffled(Fit):
    """Training data is learned, and not a bit of it carries over."""

    def finding(self) -> Finding | None:
        start, now = self.loss.start(3), self.loss.now()
        if (
            self.held_out.count < READINGS
            or self.loss.count < READINGS
            or self.loss.low < 0
        ):
            return None
        if now > LEARNED * start or not never_learned(self):
            return None
        return Finding(
            name="labels_shuffled",
            title="Nothing that is learned carries over: do the labels belong to the inputs?",
            explanation=SHUFFLED,
            evidence=(
                Evidence(
                    f"The training loss fell from {start:.4g} to {now:.4g}.", "loss",
                    self.loss.step,
                ),
                Evidence(
                    f"{self.name} was never below {self.best:.4g}, that of an untrained "
                    "network.", self.name, self.best_step,
                ),
            ),
            advice=(
                "Look at ten inputs with their labels: do they fit?",
                "Look for a shuffle or a sort that changes inputs but not labels.",
                "Train on twenty examples alone and ask the network for their labels.",
            ),
            step=self.held_out.step,
            severity=Severity.BROKEN,
        )  # fmt: skip
