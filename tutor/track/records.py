"""The kinds of records that a run is made of, as plain data: the one list of them.

A record is a dict with at least `kind`, `name` and `step`. It is made in the learner's
process (`tutor.track.api`), checked in the judge (`tutor.track.checking`), and from then on
sound: shapes, types and sizes are as said here, numbers in arrays are finite, texts can be
shown. Front ends, runs on disk and watchers read these and nothing else.

Names by which series are known to the watchers (case does not matter):

========================= ============================================================
``loss``, ``training loss``  the loss that is minimised (also ``train loss``)
``validation loss``       loss on held-out data (also ``test loss``)
``accuracy``              share right in training; ``validation accuracy`` on held-out data
``gradient norm/LAYER``   norm of the gradient of a layer's weights
``weight norm/LAYER``     norm of these weights
``update ratio/LAYER``    norm of one update over the norm of the weights
``dead units/LAYER``      share of ReLU units that were zero on every recent input, [0, 1]
``input scale/LAYER``     largest spread or offset of an input column, in the input's units
``return``                undiscounted return of an episode (also ``episode return``)
``entropy``               of the policy, in nats
``exploration``           share of random actions, [0, 1] (also ``epsilon``)
``Q mean``                mean predicted value of chosen actions (also ``value mean``)
``return bound``          largest value that is possible, when known
``KL``                    from posterior to prior, nats an example; ``reconstruction`` beside
``D loss``, ``G loss``    losses of discriminator and generator
``D real``, ``D fake``    mean probability D gives to real and to generated data, [0, 1]
``modes``                 modes of the data that the generator covers; ``modes of`` them all
========================= ============================================================
"""

from typing import Any, Literal, NotRequired, TypedDict

VERSION = 1
"""Of the records; raised when a reader of the old ones would misunderstand new ones."""

MAX_NAME = 200
"""Characters of a name."""
MAX_SIDE = 128
"""Longest side of an image or matrix, in entries."""
MAX_ENTRIES = 1 << 16
"""Entries of all tiles of an image together."""
MAX_BINS = 200
MAX_POINTS = 2000
"""Points of a scatter; of more an even share is kept."""
MAX_TEXT = 2000
MAX_CHOICES = 20
MAX_MISTAKES = 24
MAX_EPISODE = 2000
"""Steps kept of an episode; `length` tells how many there were."""
MAX_STATE = 32
"""Numbers of an observation that is kept as it is."""
MAX_FRAMES = 300


class Scalar(TypedDict):
    """One number of a series."""

    kind: Literal["scalar"]
    name: str
    step: int
    value: float | str
    """A finite number, or ``nan``, ``inf``, ``-inf`` as a word (JSON knows no such number);
    `float` understands both."""


class Histogram(TypedDict):
    """The distribution of an array's finite values."""

    kind: Literal["histogram"]
    name: str
    step: int
    counts: list[float]
    edges: list[float]
    """Rising, one more than `counts`."""


class Image(TypedDict):
    """One picture or several of one size."""

    kind: Literal["image"]
    name: str
    step: int
    rows: list[Any]
    """Grey (H, W), any range; of a stack its first tile. In colour (H, W, 3), 0 to 255."""
    tiles: NotRequired[list[Any]]
    """A stack: grey tiles (N, H, W), N at least 2."""


class Text(TypedDict):
    """A short text."""

    kind: Literal["text"]
    name: str
    step: int
    value: str


class Mistakes(TypedDict):
    """Samples that were taken for something else; the three lists are of one length."""

    images: list[Any]
    """Grey (N, H, W)."""
    true: list[int]
    """Row of the matrix."""
    predicted: list[int]
    """Column of the matrix."""


class Confusion(TypedDict):
    """Counts of predictions: a row for each true class, a column for each predicted."""

    kind: Literal["confusion"]
    name: str
    step: int
    rows: list[list[float]]
    labels: NotRequired[list[str]]
    """One for each class."""
    mistakes: NotRequired[Mistakes]


class Scatter(TypedDict):
    """Points of a plane."""

    kind: Literal["scatter"]
    name: str
    step: int
    points: list[list[float]]
    """(N, 2)."""
    labels: NotRequired[list[str]]
    """One for each point; points of one label share a colour."""


class Matrix(TypedDict):
    """A small table of numbers, such as attention weights."""

    kind: Literal["matrix"]
    name: str
    step: int
    rows: list[list[float]]
    row_labels: NotRequired[list[str]]
    column_labels: NotRequired[list[str]]


class Knob(TypedDict):
    """A value that the watcher may change: a number in a range, or one of some choices."""

    kind: Literal["knob"]
    name: str
    step: int
    value: float | str
    low: NotRequired[float]
    high: NotRequired[float]
    choices: NotRequired[list[str]]


class Frames(TypedDict):
    """Small pictures of an environment, packed."""

    height: int
    width: int
    at: list[int]
    """The step before which each was taken, rising; as many as there are pictures."""
    data: str
    """Base64 of zlib of RGB bytes (N, height, width, 3)."""


class EpisodeRecord(TypedDict):
    """An episode of an environment; `tutor.track.episode.Episode` reads it."""

    kind: Literal["episode"]
    name: str
    """The environment's id."""
    step: int
    """Environment steps of this training before it began."""
    number: int
    """Episodes of this training before it."""
    length: int
    total: float
    """Its undiscounted return."""
    terminated: bool
    truncated: bool
    discrete: bool
    """Observations are state numbers, not vectors."""
    observations: list[Any]
    """One more than `rewards`, unless the episode was cut; empty where only frames are kept."""
    actions: list[Any]
    """Numbers, or lists of numbers."""
    rewards: list[float]
    values: NotRequired[list[Any]]
    """Of each step what `track.policy` told: the state's value, or one for each action."""
    probabilities: NotRequired[list[list[float]]]
    """Of each step, one for each action."""
    map: NotRequired[list[str]]
    """Rows of a grid world, a letter each cell."""
    frames: NotRequired[Frames]


Record = (
    Scalar | Histogram | Image | Text | Confusion | Scatter | Matrix | Knob | EpisodeRecord
)


class Trainings:
    """Counts the trainings of a run: a series whose steps go back begins another.

    One check may train several times, with other seeds or settings.
    """

    def __init__(self) -> None:
        self.number = 1
        self.steps: dict[tuple[str, str], int] = {}

    def of(self, record: Any) -> int:
        """Return the number of the training that a record belongs to, from 1."""
        if record["kind"] in ("scalar", "episode"):
            key, step = (record["kind"], record["name"]), record["step"]
            if step < self.steps.get(key, step):
                self.number += 1
                self.steps.clear()
            self.steps[key] = step
        return self.number
