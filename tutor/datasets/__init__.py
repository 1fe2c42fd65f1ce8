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


@dataclass(frozen=True, slots=True)
class Diabetes:
    """Measurements of diabetes patients, in the order of the source."""

    features: npt.NDArray[np.float64]
    """Ten measurements in their own units, shape (442, 10)."""
    target: npt.NDArray[np.float64]
    """How far the disease has progressed a year later, 25 to 346, shape (442,)."""
    names: tuple[str, ...] = (
        "age",
        "sex",
        "body mass index",
        "blood pressure",
        "total cholesterol",
        "LDL",
        "HDL",
        "total/HDL",
        "log triglycerides",
        "glucose",
    )
    """What the columns are."""


def diabetes() -> Diabetes:
    """Return 442 patients with 10 measurements each; the arrays are the caller's own."""
    with np.load(FOLDER / "diabetes.npz") as stored:
        # Four decimals are all that was ever written down; float32 blurs them.
        features = np.round(stored["features"].astype(np.float64), 4)
        return Diabetes(features, stored["target"].astype(np.float64))
