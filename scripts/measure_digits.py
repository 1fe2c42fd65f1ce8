"""Measure what lesson ann/measuring quotes about the 8x8 digits; needs scikit-learn.

Run: python scripts/measure_digits.py

Training half and test half are the first 898 and the last 899 digits of the file (other
people's hands), or drawn at random (the same people's). Pixels are divided by 16; both
models have scikit-learn's default settings, but for the number of neighbours and of steps.
"""

from typing import Any

import numpy as np
from sklearn.datasets import load_digits
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import confusion_matrix, f1_score
from sklearn.neighbors import KNeighborsClassifier

SPLITS = 20
RUN = np.arange(1, 7)
"""A filled-in form begins with 0 to 9 three times; some digits were left out later."""


def models() -> dict[str, Any]:
    """Return fresh models by name."""
    return {
        "logistic regression": LogisticRegression(max_iter=1000),
        "nearest neighbour": KNeighborsClassifier(n_neighbors=1),
    }


def accuracies(X: Any, y: Any, train: Any, test: Any) -> dict[str, float]:
    """Return test accuracy by model, trained on `train`."""
    found = {"most frequent": np.mean(y[test] == np.bincount(y[train]).argmax())}
    for name, model in models().items():
        found[name] = model.fit(X[train], y[train]).score(X[test], y[test])
    return found


def form_starts(y: Any) -> list[int]:
    """Return where the labels begin to run through 0 to 9 again and again."""
    windows = np.lib.stride_tricks.sliding_window_view(y, len(RUN))
    runs = np.flatnonzero((windows == RUN).all(axis=1))
    first = [int(r) for i, r in enumerate(runs) if i == 0 or r - runs[i - 1] > 60]
    return [r - int(y[r - 1] == 0) for r in first]


def main() -> None:
    digits = load_digits()
    X, y = digits.data / 16, digits.target
    half = len(y) // 2
    first, second = np.arange(half), np.arange(half, len(y))

    starts = form_starts(y)
    print(f"{len(starts)} forms start at", starts)
    print(
        "the middle lies", min(s for s in starts if s > half) - half, "before the next form"
    )

    by_writer = accuracies(X, y, first, second)
    random = []
    for seed in range(SPLITS):
        order = np.random.default_rng(seed).permutation(len(y))
        random.append(accuracies(X, y, order[:half], order[half:]))
    print(f"\n{'':22}other writers   random ({SPLITS} splits: mean, least, most)")
    for name, value in by_writer.items():
        several = np.array([one[name] for one in random])
        low, high = several.min(), several.max()
        print(f"{name:22}{value:.3f}           {several.mean():.3f}  {low:.3f}  {high:.3f}")

    print("\nlogistic regression on other writers, columns standardised by the numbers of")
    for name, seen in {"the training half": first, "both halves": slice(None)}.items():
        spread = X[seen].std(axis=0)
        Z = (X - X[seen].mean(axis=0)) / np.where(spread > 0, spread, 1)
        print(f"{name:22}{accuracies(Z, y, first, second)['logistic regression']:.3f}")

    print("\non other writers' digits: accuracy on training half, macro F1 on test half")
    for name, model in models().items():
        model.fit(X[first], y[first])
        answers = model.predict(X[second])
        macro = f1_score(y[second], answers, average="macro")
        print(f"{name:22}{model.score(X[first], y[first]):.3f}  {macro:.3f}")
        if name == "logistic regression":
            matrix = confusion_matrix(y[second], answers)
            ones_as_nines = second[(y[second] == 1) & (answers == 9)]
    print("\nlogistic regression, rows are true digits, columns are answers")
    print(matrix)
    print("places in the file of the ones read as nines:", ones_as_nines.tolist())


if __name__ == "__main__":
    main()
