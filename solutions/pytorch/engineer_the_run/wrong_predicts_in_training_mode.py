"""Predicts in training mode.

Dropout draws, and batch normalisation mixes the images of the batch: an
image's digit depends on its neighbours.

Lesson: pytorch/loop#two-modes-and-back
"""

import torch
from torch import nn

from tutor import track
from tutor.yours import fit, load, save

EPOCHS = 9

Span = tuple[str, float, float]


def shift_batch(
    images: torch.Tensor, dx: torch.Tensor, dy: torch.Tensor
) -> torch.Tensor:
    """Return images (N, H, W), each moved dx to the right and dy down."""
    count, height, width = images.shape
    rows = torch.arange(height).view(1, -1, 1) - dy.view(-1, 1, 1)
    columns = torch.arange(width).view(1, 1, -1) - dx.view(-1, 1, 1)
    inside = (rows >= 0) & (rows < height) & (columns >= 0) & (columns < width)
    which = torch.arange(count).view(-1, 1, 1)
    rows, columns = rows.clamp(0, height - 1), columns.clamp(0, width - 1)
    return torch.where(inside, images[which, rows, columns], 0)


def top_costs(spans: list[Span], n: int = 3) -> list[tuple[str, float]]:
    """Return the n names with the most self time, largest first."""
    own: dict[str, float] = {}
    open_spans: list[Span] = []
    # Parents come before their children: earlier start, or later end.
    for span in sorted(spans, key=lambda s: (s[1], -s[2])):
        name, start, end = span
        while open_spans and open_spans[-1][2] <= start:
            open_spans.pop()
        if open_spans:
            own[open_spans[-1][0]] -= end - start
        own[name] = own.get(name, 0.0) + end - start
        open_spans.append(span)
    return sorted(own.items(), key=lambda item: -item[1])[:n]


def run(
    images: torch.Tensor,
    labels: torch.Tensor,
    epochs: int,
    seed: int,
    path: str,
    resume: bool = False,
) -> nn.Module:
    """Train until `epochs` epochs are finished, save, return the model.

    Args:
        images: shape (N, 8, 8), pixels from 0 to 16.
        labels: the digit of each image, shape (N,).
        epochs: how many are finished at the end, those before included.
        seed: decides all that is random.
        path: where the checkpoint is written, and read when resuming.
        resume: whether to go on from the checkpoint.
    """
    torch.manual_seed(seed)
    model = _network()
    opt = torch.optim.Adam(model.parameters(), lr=0.005)
    scheduler = torch.optim.lr_scheduler.ExponentialLR(opt, 0.72)
    done = load(path, model, opt, scheduler)[0] if resume else 0
    model.train()
    loss = float("inf")
    for epoch in range(done, epochs):
        batches = _batches(images / 16, labels)
        loss = fit(model, batches, opt, nn.functional.cross_entropy)
        scheduler.step()
        track.scalar("loss", loss, epoch)
    save(path, model, opt, scheduler, epochs, loss)
    return model


def _network() -> nn.Module:
    def block(inputs, outputs):
        layer = nn.Conv2d(inputs, outputs, 3, padding=1, bias=False)
        return layer, nn.BatchNorm2d(outputs), nn.ReLU()

    return nn.Sequential(
        nn.Unflatten(1, (1, 8)),
        *block(1, 24),
        *block(24, 24),
        nn.MaxPool2d(2),
        *block(24, 48),
        nn.Flatten(),
        nn.Dropout(0.3),
        nn.Linear(48 * 16, 10),
    )


def _batches(images, labels):
    """Yield batches in a new order, half of the images moved by a pixel."""
    # Everything is drawn from the generator that the checkpoint keeps.
    for rows in torch.randperm(len(images)).split(64):
        moved = torch.rand(len(rows)) < 0.5
        dx, dy = torch.randint(-1, 2, (2, len(rows))) * moved
        yield shift_batch(images[rows], dx, dy), labels[rows]


def predict(model: nn.Module, images: torch.Tensor) -> torch.Tensor:
    """Return the digit that the model reads in each image, int64 (N,)."""
    was = model.training
    with torch.no_grad():
        digits = model(images / 16).argmax(dim=1)
    model.train(was)
    return digits
