"""Another right way: gather, running sums, explicit shapes."""

import math

import torch

FOUND = {
    "mean_loss": "history kept",
    "predict": "sound",
    "split": "pairs torn",
    "squared_error": "broadcast",
    "standardise": "leak",
}


def split(X, y, generator):
    n = len(X)
    places = torch.rand(n, generator=generator).argsort()
    kept, held = places[: n - n // 5], places[n - n // 5 :]
    return X[kept], y[kept], X[held], y[held]


def standardise(train, test):
    centre = train.sum(dim=0) / len(train)
    spread = ((train - centre) ** 2).mean(dim=0).sqrt()
    return tuple((part - centre) / spread for part in (train, test))


def squared_error(out, y):
    gap = out - y.reshape(-1, 1)
    return (gap * gap).sum() / len(y)


def mean_loss(losses):
    return math.fsum(float(loss) for loss in losses) / len(losses)


@torch.no_grad()
def predict(model, X):
    before = model.training
    model.train(False)
    try:
        return model(X)[:, 0]
    finally:
        model.train(before)
