"""Another right way: bare parameters in lists, matrix products by hand."""

import torch
from torch import nn


class Unrolled(nn.Module):
    def __init__(self, stack):
        super().__init__()

        def own(array):
            return nn.Parameter(torch.tensor(array, dtype=torch.float32))

        self.rise = nn.ParameterList(own(W) for W, _, _ in stack)
        self.lift = nn.ParameterList(own(c) for _, _, c in stack)
        self.fall = nn.ParameterList(own(W.T.copy()) for W, _, _ in stack)
        self.drop = nn.ParameterList(own(b) for _, b, _ in stack)

    def encode(self, X):
        last = len(self.rise) - 1
        for level, (W, c) in enumerate(zip(self.rise, self.lift, strict=True)):
            X = X @ W + c
            if level < last:
                X = torch.sigmoid(X)
        return X

    def decode(self, Z):
        for level in range(len(self.fall) - 1, -1, -1):
            Z = torch.sigmoid(Z @ self.fall[level] + self.drop[level])
        return Z

    def forward(self, X):
        return self.decode(self.encode(X))


def fit_codes(model, X, epochs, rate, batch, seed):
    g = torch.Generator()
    g.manual_seed(seed)
    adam = torch.optim.Adam(model.parameters(), lr=rate)
    means = []
    for _ in range(epochs):
        order, total, n = torch.randperm(len(X), generator=g), 0.0, 0
        for start in range(0, len(X), batch):
            rows = X[order[start : start + batch]]
            adam.zero_grad()
            loss = ((model(rows) - rows) ** 2).mean()
            loss.backward()
            adam.step()
            total, n = total + float(loss.detach()), n + 1
        means.append(total / n)
    return means
