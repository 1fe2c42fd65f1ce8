"""Train the machine of the demo "Fantasy machine" and print it as the demo holds it.

Run from the root of the repository: ``python scripts/make_fantasy_machine.py``. An RBM with
40 hidden units learns the 1,797 digits by the reference's `rbm_fit`; its 2,664 numbers are
rounded to whole steps of 1/16 between -128 and 127, written in base 85.
"""

import base64

import numpy as np

from tutor.course import load_course
from tutor.datasets import digits
from tutor.judge import Checker
from tutor.worker import borrowing

STEP = 1 / 16
HIDDEN = 40
WIDTH = 80


def main() -> None:
    """Print the constants MACHINE and EXAMPLES."""
    borrowing.install(Checker(load_course(), None).borrowed(("dbn/rbm_fit",), own=False))
    from tutor.yours import rbm_fit

    data = digits()
    X = data.images.reshape(-1, 64) / 16
    rng = np.random.default_rng(0)
    W, b, c = rbm_fit(X, HIDDEN, rng, epochs=150, rate=0.03, batch=50, decay=0.002, k=5)
    steps = np.round(np.concatenate([W.ravel(), b, c]) / STEP).clip(-128, 127)
    show("MACHINE", steps.astype(np.int8).tobytes())
    first = [int(np.flatnonzero(data.labels == digit)[1]) for digit in range(10)]
    inked = data.images[first].reshape(10, 64) > 7
    show("EXAMPLES", np.packbits(inked).tobytes())


def show(name: str, content: bytes) -> None:
    """Print bytes as a constant of the demo, in base 85."""
    text = base64.b85encode(content).decode()
    print(f"{name} = (")
    for start in range(0, len(text), WIDTH):
        print(f'    r"{text[start : start + WIDTH]}"')
    print(")")


if __name__ == "__main__":
    main()
