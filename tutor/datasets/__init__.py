"""Data sets that come with the course; README.md beside this file describes each."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Digits:
    """Handwritten digits, in the order of the source."""

    images: npt.NDArray[np.float64]
    """Grey values 0 (paper) to 16 (ink), shape (1797, 8, 8)."""
    labels: npt.NDArray[np.int64]
    """The digit that each image shows, 0 to 9, shape (1797,)."""


def digits() -> Digits:
    """Return 1,797 handwritten digits; the arrays are the caller's own."""
    with np.load(FOLDER / "digits.npz") as stored:
        return Digits(
            stored["images"].astype(np.float64), stored["labels"].astype(np.int64)
        )
