"""Measure what lessons ann/one_neuron and ann/perceptron quote.

Run from the root of the repository: python scripts/measure_neurons.py
"""

import numpy as np
import numpy.typing as npt

from tutor.datasets import digits

Array = npt.NDArray[np.float64]

REGIONS = ["........", "........", ".ss..ss.", ".ssmmss."]
PARTS = np.array([list(row) for row in REGIONS + REGIONS[::-1]])
"""The pixels of the middle (m) and of the sides (s), top row first."""
WEIGHTS = np.array([1.0, -2.0])
CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
AND = np.array([-1, -1, -1, 1])
XOR = np.array([-1, 1, 1, -1])


def perceptron(X: Array, y: Array, epochs: int) -> list[tuple[int, Array, float]]:
    """Return mistakes, weights and bias of every epoch until one is clean."""
    w, b, history = np.zeros(X.shape[1]), 0.0, []
    for _ in range(epochs):
        mistakes = 0
        for x, label in zip(X, y, strict=True):
            if label * (w @ x + b) <= 0:
                w, b, mistakes = w + label * x, b + label, mistakes + 1
        history.append((mistakes, w, float(b)))
        if mistakes == 0:
            break
    return history


def margin(X: Array, y: Array) -> float:
    """Return the best margin through the origin of points (x1, x2, 1).

    The corners of AND do not change when x1 and x2 swap places, so the best direction
    has equal weights and one angle describes it.
    """
    angle = np.linspace(0, 2 * np.pi, 1_000_001)
    plane = np.stack([np.cos(angle) / np.sqrt(2)] * 2 + [np.sin(angle)])
    points = y[:, None] * np.column_stack([X, np.ones(len(X))])
    return float((points @ plane).min(axis=0).max())


def one_neuron(images: Array, labels: npt.NDArray[np.int64]) -> None:
    """Print the figures of lesson ann/one_neuron."""
    kept = labels < 2
    X = np.stack([images[kept][:, part == PARTS].mean(axis=1) for part in "ms"], axis=1)
    y = labels[kept]
    print("ann/one_neuron: 0 and 1 by the ink in the middle and at the sides")
    print("images of 0 and 1:", len(y))
    for place in (0, 1):
        print(f"image {place} of the file, a {y[place]}:", X[place].round(2))
    for bias in (0.5, 0.0, 1.0):
        answers = X @ WEIGHTS + bias > 0
        print(f"right with weights 1, -2 and bias {bias}:", (answers == y).sum())
        if bias == 0.5:
            wrong = answers != y
            print("  labels of the others:", y[wrong])
            print("  most ink in the middle of the others:", X[wrong, 0].max().round(2))
    print("right with `middle above 0.4`:", ((X[:, 0] > 0.4) == y).sum())
    print("first four 0s and 1s:", X[:4].round(2).tolist(), "labels", y[:4])
    for label in (0, 1):
        ninths = X[y == label][4::9].round(2)
        print(f"figure, every ninth {label} from the fifth on:", ninths.tolist())


def two_classes(images: Array, labels: npt.NDArray[np.int64]) -> None:
    """Print the figures of lesson ann/perceptron."""
    print("\nann/perceptron: mistakes in each epoch")
    run = perceptron(CORNERS, AND, 100)
    counts = [mistakes for mistakes, _, _ in run]
    print("AND:", counts, "sum", sum(counts))
    for epoch in (1, 3, 8):
        _, w, b = run[epoch - 1]
        print(f"  after epoch {epoch}: w {w}, b {b:g}, scores {CORNERS @ w + b}")
    gamma, reach = margin(CORNERS, AND), (CORNERS**2).sum(axis=1).max() + 1
    print(f"  R^2 {reach:g}, margin {gamma:.4f}, bound {reach / gamma**2:.2f}")
    print("XOR:", [mistakes for mistakes, _, _ in perceptron(CORNERS, XOR, 9)])
    kept = np.isin(labels, (3, 8))
    run = perceptron(images[kept].reshape(-1, 64), np.where(labels[kept] == 8, 1, -1), 100)
    print(f"3 and 8, {kept.sum()} images:", [mistakes for mistakes, _, _ in run])


if __name__ == "__main__":
    source = digits()
    one_neuron(source.images / 16, source.labels)
    two_classes(source.images / 16, source.labels)
