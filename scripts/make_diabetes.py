"""Make `tutor/datasets/diabetes.npz` from scikit-learn, which only this script needs.

Run from the root of the repository: ``python scripts/make_diabetes.py``.
"""

from pathlib import Path

import numpy as np
from sklearn.datasets import load_diabetes

TARGET = Path(__file__).parents[1] / "tutor" / "datasets" / "diabetes.npz"


def main() -> None:
    """Write the measurements, unscaled, and the target, in the order of the source."""
    found = load_diabetes(scaled=False)
    features, target = found.data.astype(np.float32), found.target.astype(np.int16)
    if (
        not np.allclose(features, found.data, rtol=1e-6)
        or not (target == found.target).all()
    ):
        raise ValueError("the source holds values that do not fit")
    np.savez_compressed(TARGET, features=features, target=target)
    print(f"{TARGET.name}: {len(features)} rows, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
