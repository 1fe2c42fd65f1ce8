"""Uses the real balls for recall, too: it asks which of them hold a fake.

That is a measure of its own, called coverage. Recall asks which real samples are inside the
set of the fakes, whose balls are around fakes.

Lesson: gan/two_samples#what-balls-get-wrong
"""

import numpy as np


def distances(A: np.ndarray, B: np.ndarray) -> np.ndarray:
    gaps = A[:, None, :] - B[None, :, :]
    return np.sqrt((gaps**2).sum(axis=2))


def share_inside(points: np.ndarray, centers: np.ndarray, k: int) -> float:
    # Sorted, each row begins with the distance of a centre from itself.
    radius = np.sort(distances(centers, centers), axis=1)[:, k]
    inside = distances(points, centers) <= radius
    return float(inside.any(axis=1).mean())


def covered(real: np.ndarray, fake: np.ndarray, k: int) -> float:
    radius = np.sort(distances(real, real), axis=1)[:, k]
    inside = distances(real, fake) <= radius[:, None]
    return float(inside.any(axis=1).mean())


def precision_recall(
    real: np.ndarray, fake: np.ndarray, k: int
) -> tuple[float, float]:
    return share_inside(fake, real, k), covered(real, fake, k)
