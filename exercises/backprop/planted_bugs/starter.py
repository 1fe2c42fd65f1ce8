"""The layers of a small network, forward and backward."""

import numpy as np

EPS = 1e-5

# TODO: what your checker found; the task lists the kinds.
FOUND = {
    "affine_backward": "?",
    "tanh_backward": "?",
    "layernorm_backward": "?",
    "loss_backward": "?",
}


def affine_forward(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Return X W + b, for X (N, D), W (D, H) and b (H,)."""
    return X @ W + b


def affine_backward(
    dY: np.ndarray, X: np.ndarray, W: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the gradients (dX, dW, db), given dY of shape (N, H)."""
    dX = dY @ W.T
    dW = X.T @ dY
    db = dY.mean(axis=0)
    return dX, dW, db


def tanh_forward(X: np.ndarray) -> np.ndarray:
    """Return tanh of every entry."""
    return np.tanh(X)


def tanh_backward(dY: np.ndarray, Y: np.ndarray) -> np.ndarray:
    """Return dX, given dY and the output Y of tanh_forward."""
    return dY * (1 - Y**2)


def layernorm_forward(
    X: np.ndarray, gamma: np.ndarray, beta: np.ndarray
) -> np.ndarray:
    """Return X (N, D) with each row normalised, times gamma, plus beta."""
    centred = X - X.mean(axis=1, keepdims=True)
    var = (centred**2).mean(axis=1, keepdims=True)
    return gamma * centred / np.sqrt(var + EPS) + beta


def layernorm_backward(
    dY: np.ndarray, X: np.ndarray, gamma: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the gradients (dX, dgamma, dbeta), given dY of shape (N, D)."""
    centred = X - X.mean(axis=1, keepdims=True)
    std = np.sqrt((centred**2).mean(axis=1, keepdims=True) + EPS)
    xhat = centred / std
    dxhat = dY * gamma
    dX = dxhat - dxhat.mean(axis=1, keepdims=True)
    return dX / std, (dY * xhat).sum(axis=0), dY.sum(axis=0)


def log_softmax(logits: np.ndarray) -> np.ndarray:
    """Return the log of the softmax of every row."""
    shifted = logits - logits.max(axis=1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))


def loss_forward(logits: np.ndarray, y: np.ndarray) -> float:
    """Return the mean cross-entropy of logits (N, C) and classes y (N,)."""
    return -log_softmax(logits)[np.arange(len(y)), y].mean()


def loss_backward(logits: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Return the gradient of loss_forward for the logits, shape (N, C)."""
    dlogits = np.exp(log_softmax(logits))
    dlogits[np.arange(len(y)), y] -= 1
    return dlogits


if __name__ == "__main__":
    # The hunt begins: one function is checked, three are left.
    from tutor.yours import check

    rng = np.random.default_rng(0)
    X, weights = rng.normal(size=(2, 4, 3))
    verdict = check(
        lambda x: float((weights * tanh_forward(x[0])).sum()),
        lambda x: [tanh_backward(weights, tanh_forward(x[0]))],
        [X],
    )
    print("tanh_backward", "passes" if verdict else "fails")
