"""Make `tutor/datasets/digits.npz` from scikit-learn, which only this script needs.

Run from the root of the repository: ``python scripts/make_datasets.py``.
"""

from pathlib import Path

import numpy as np
from sklearn.datasets import load_digits

TARGET = Path(__file__).parents[1] / "tutor" / "datasets" / "digits.npz"


def main() -> None:
    """Write images and labels as whole numbers, in the order of the source."""
    found = load_digits()
    images, labels = found.images.astype(np.uint8), found.target.astype(np.uint8)
    if not (images == found.images).all() or not (labels == found.target).all():
        raise ValueError("the source holds values that do not fit into a byte")
    np.savez_compressed(TARGET, images=images, labels=labels)
    print(f"{TARGET.name}: {len(images)} images, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
