"""Capstone: a network that reads handwriting."""

from itertools import pairwise

import numpy as np

from tutor import track
from tutor.yours import confusion_f1, cross_entropy, mlp_forward, softmax

Layers = list[tuple[np.ndarray, np.ndarray]]

HIDDEN = 128
EPOCHS = 60
BATCH = 32
RATE = 0.1
MOMENTUM = 0.9
NOISE = 0.3


def initialise(sizes: tuple[int, ...], rng: np.random.Generator) -> Layers:
    """Return the parameters of an untrained network.

    Args:
        sizes: number of inputs, of units in each hidden layer, and of classes.
        rng: where random weights come from.

    Returns:
        One (W, b) per layer: W (D_in, D_out) and b (D_out,).
    """
    # A sum of D_in random terms grows like the root of D_in; the weights make
    # up for that, and the 2 for the half that ReLU shuts (He initialisation).
    params = []
    for fan_in, fan_out in pairwise(sizes):
        W = rng.normal(0, np.sqrt(2 / fan_in), (fan_in, fan_out))
        params.append((W, np.zeros(fan_out)))
    return params


def gradients(
    params: Layers, cache: Layers, probs: np.ndarray, y: np.ndarray
) -> Layers:
    """Return the gradient of the mean cross-entropy, one (dW, db) per layer.

    This function is given: you will derive and write it in topic 2.

    Args:
        params: one (W, b) per layer.
        cache: what mlp_forward returned beside the logits.
        probs: softmax of those logits, shape (N, C).
        y: the true class of each sample, shape (N,).
    """
    # What a change of each logit does to the loss: probability minus truth.
    delta = probs.copy()
    delta[np.arange(len(y)), y] -= 1
    delta /= len(y)
    grads = []
    for layer in reversed(range(len(params))):
        inputs, _ = cache[layer]
        grads.append((inputs.T @ delta, delta.sum(axis=0)))
        if layer > 0:
            # Back through the weights, and through the ReLU below them: it
            # lets nothing pass where its input was negative.
            _, z_below = cache[layer - 1]
            delta = (delta @ params[layer][0].T) * (z_below > 0)
    return grads[::-1]


def train(X: np.ndarray, y: np.ndarray, seed: int) -> dict:
    """Return a trained model: all that `scores` needs.

    Args:
        X: images, one per row, shape (N, 64), pixels from 0 to 16.
        y: the digit of each image, shape (N,).
        seed: decides all that is random.

    Returns:
        A dict of plain data: arrays, numbers, and lists or tuples of them.
    """
    rng = np.random.default_rng(seed)
    # The last tenth is never trained on; it shows how new images fare.
    cut = len(X) - len(X) // 10
    inputs = X[:cut] / 16
    params = initialise((64, HIDDEN, 10), rng)
    velocity = [(np.zeros_like(W), np.zeros_like(b)) for W, b in params]
    step = 0
    for epoch in range(EPOCHS):
        # Large steps find the valley, small ones its floor.
        rate = RATE * (1 - epoch / EPOCHS)
        order = rng.permutation(cut)
        for start in range(0, cut, BATCH):
            batch = order[start : start + BATCH]
            # Fresh noise at every visit: no image looks the same twice, which
            # keeps so few of them from being learned by heart.
            noisy = inputs[batch] + rng.normal(0, NOISE, (len(batch), 64))
            logits, cache = mlp_forward(params, noisy)
            grads = gradients(params, cache, softmax(logits), y[batch])
            _descend(params, velocity, grads, rate)
            if step % 10 == 0:
                track.scalar("loss", cross_entropy(logits, y[batch]), step)
            step += 1
        if epoch % 5 == 4:
            _watch({"params": params}, X, y, cut, step)
    return {"params": params}


def _descend(params, velocity, grads, rate):
    """Take one step with momentum, in place."""
    for layer, speeds, slopes in zip(params, velocity, grads, strict=True):
        for value, speed, slope in zip(layer, speeds, slopes, strict=True):
            speed *= MOMENTUM
            speed -= rate * slope
            value += speed


def _watch(model, X, y, cut, step):
    """Track how well both parts are read, the mistakes, and what units see."""
    guess = scores(model, X).argmax(axis=1)
    right = guess == y
    track.scalar("train accuracy", right[:cut].mean(), step)
    track.scalar("held-out accuracy", right[cut:].mean(), step)
    counts, *_ = confusion_f1(y[cut:], guess[cut:], 10)
    track.confusion("held-out digits", counts, step)
    for unit in range(3):
        weights = model["params"][0][0][:, unit].reshape(8, 8)
        track.image(f"what unit {unit} looks for", weights, step)


def scores(model: dict, X: np.ndarray) -> np.ndarray:
    """Return the logits of a trained model.

    Args:
        model: what `train` returned.
        X: images, one per row, shape (N, 64), pixels from 0 to 16.

    Returns:
        Ten logits per image, shape (N, 10).
    """
    logits, _ = mlp_forward(model["params"], X / 16)
    return logits
