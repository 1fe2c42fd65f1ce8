"""What stands around a recurrent cell: batches, states, lanes, sampling."""

import numpy as np

SYMBOLS = ".abcdefghijklmnopqrstuvwxyz"

# TODO: what you found; the task lists the kinds.
FOUND = {
    "batch": "?",
    "mean_loss": "?",
    "last_states": "?",
    "lanes": "?",
    "carry": "?",
    "sharpen": "?",
}


def batch(names: list[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return inputs (N, T), targets (N, T) and lengths (N,) of names."""
    lengths = np.array([len(name) for name in names])
    inputs = np.zeros((len(names), max(map(len, names)) + 1), dtype=np.int64)
    targets = np.zeros_like(inputs)
    for row, name in enumerate(names):
        codes = [SYMBOLS.index(letter) for letter in name]
        inputs[row, 1 : len(name) + 1] = codes
        targets[row, : len(name)] = codes
    return inputs, targets, lengths


def mean_loss(losses: np.ndarray, lengths: np.ndarray) -> float:
    """Return the mean of losses (N, T) over the real places."""
    real = np.arange(losses.shape[1]) < lengths[:, None]
    return float(losses[real].mean())


def last_states(H: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    """Return, of states H (N, T, U), the last real one per sequence."""
    return H[:, -1]


def lanes(stream: np.ndarray, N: int) -> np.ndarray:
    """Return a stream (L,) as N lanes side by side, without what is left."""
    T = len(stream) // N
    return stream[: N * T].reshape(T, N).T


def carry(
    h: np.ndarray, c: np.ndarray, fresh: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return state and cell (N, U) for the next chunk, zero where fresh."""
    keep = ~fresh[:, None]
    return h * keep, c


def sharpen(logits: np.ndarray, temperature: float) -> np.ndarray:
    """Return the probabilities of logits (N, V) at a temperature."""
    top = logits.max(axis=1, keepdims=True)
    weights = np.exp(logits - top) / temperature
    return weights / weights.sum(axis=1, keepdims=True)


if __name__ == "__main__":
    # The hunt begins: is each lane a piece of the stream?
    for lane in lanes(np.arange(13), 3):
        print(lane.tolist())
