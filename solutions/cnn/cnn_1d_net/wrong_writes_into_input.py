"""Normalises the caller's own signals in place.

`x -= x.mean()` and `x.sub_()` change the tensor that was passed in. Whoever
shows it next shows other numbers, and with each epoch they change again.

Lesson: ann/layers#views-and-copies
"""

from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(
            nn.Conv1d(1, 32, 5, padding=2, bias=False),
            nn.BatchNorm1d(32),
            nn.ReLU(),
            nn.MaxPool1d(2),
            nn.Conv1d(32, 32, 5, padding=2, bias=False),
            nn.BatchNorm1d(32),
            nn.ReLU(),
            nn.MaxPool1d(2),
            nn.Conv1d(32, 32, 5, padding=2, bias=False),
            nn.BatchNorm1d(32),
            nn.ReLU(),
            nn.Flatten(),
            nn.Linear(320, 10),
        )

    def forward(self, x):
        x -= x.mean(dim=1, keepdim=True)
        return self.net(x[:, None])


def make_model():
    return Net()
