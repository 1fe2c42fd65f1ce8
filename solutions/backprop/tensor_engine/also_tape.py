"""Another right way: each operation is noted on a node as slopes to pull."""

import numpy as np


class Tensor:
    def __init__(self, data, requires_grad=False, sources=()):
        self.data = np.array(data, dtype=float)
        self.requires_grad = requires_grad
        self.grad = None
        # Pairs of an operand and the function that turns the gradient of
        # this tensor into that operand's share.
        self.sources = [s for s in sources if s[0].requires_grad]
        if self.sources:
            self.requires_grad = True

    @property
    def shape(self):
        return self.data.shape

    def __repr__(self):
        return f"Tensor({self.data})"

    def __add__(self, other):
        other = lift(other)
        return Tensor(
            self.data + other.data,
            sources=[(self, lambda g: g), (other, lambda g: g)],
        )

    def __sub__(self, other):
        other = lift(other)
        return Tensor(
            self.data - other.data,
            sources=[(self, lambda g: g), (other, lambda g: -g)],
        )

    def __mul__(self, other):
        a, b = self, lift(other)
        return Tensor(
            a.data * b.data,
            sources=[(a, lambda g: g * b.data), (b, lambda g: g * a.data)],
        )

    def __truediv__(self, other):
        a, b = self, lift(other)
        ratio = a.data / b.data
        return Tensor(
            ratio,
            sources=[
                (a, lambda g: g / b.data),
                (b, lambda g: -g * ratio / b.data),
            ],
        )

    def __neg__(self):
        return Tensor(-self.data, sources=[(self, lambda g: -g)])

    def __radd__(self, other):
        return lift(other) + self

    def __rsub__(self, other):
        return lift(other) - self

    def __rmul__(self, other):
        return lift(other) * self

    def __rtruediv__(self, other):
        return lift(other) / self

    def __matmul__(self, other):
        a, b = self, other
        return Tensor(
            np.matmul(a.data, b.data),
            sources=[
                (a, lambda g: np.einsum("...nm,...km->...nk", g, b.data)),
                (b, lambda g: np.einsum("...nk,...nm->...km", a.data, g)),
            ],
        )

    def sum(self, axis=None, keepdims=False):
        # With the axes kept, the gradient broadcasts by itself.
        kept = self.data.sum(axis=axis, keepdims=True)
        shape = self.data.sum(axis=axis, keepdims=keepdims).shape
        ones = np.ones_like(self.data)
        return Tensor(
            kept.reshape(shape),
            sources=[(self, lambda g: g.reshape(kept.shape) * ones)],
        )

    def mean(self, axis=None, keepdims=False):
        kept = self.data.mean(axis=axis, keepdims=True)
        shape = self.data.mean(axis=axis, keepdims=keepdims).shape
        each = np.full(self.shape, kept.size / self.data.size)
        return Tensor(
            kept.reshape(shape),
            sources=[(self, lambda g: g.reshape(kept.shape) * each)],
        )

    def relu(self):
        mask = np.where(self.data > 0, 1.0, 0.0)
        return Tensor(self.data * mask, sources=[(self, lambda g: g * mask)])

    def exp(self):
        out = Tensor(np.exp(self.data), sources=[(self, None)])
        values = out.data
        out.sources = [(s, lambda g: g * values) for s, _ in out.sources]
        return out

    def log(self):
        inverse = 1 / self.data
        return Tensor(
            np.log(self.data), sources=[(self, lambda g: g * inverse)]
        )

    def reshape(self, *shape):
        return Tensor(
            self.data.reshape(shape),
            sources=[(self, lambda g: g.reshape(self.shape))],
        )

    def transpose(self, *axes):
        axes = axes or tuple(range(len(self.shape) - 1, -1, -1))
        places = {axis: place for place, axis in enumerate(axes)}
        back = [places[axis] for axis in range(len(axes))]
        return Tensor(
            np.transpose(self.data, axes),
            sources=[(self, lambda g: np.transpose(g, back))],
        )

    @property
    def T(self):
        return self.transpose()

    def __getitem__(self, index):
        # Which element went where: number them, and pick the numbers.
        numbers = np.arange(self.data.size).reshape(self.shape)[index]

        def spread(g):
            flat = np.bincount(
                np.ravel(numbers), np.ravel(g), minlength=self.data.size
            )
            return flat.reshape(self.shape)

        return Tensor(self.data[index], sources=[(self, spread)])

    def backward(self):
        if self.data.size != 1:
            raise ValueError(f"a gradient of {self.data.size} numbers")
        if not self.requires_grad:
            raise ValueError("nothing here requires a gradient")
        # How many results each tensor still waits for.
        waits, found = {self: 0}, [self]
        while found:
            for source, _ in found.pop().sources:
                if source not in waits:
                    waits[source] = 0
                    found.append(source)
                waits[source] += 1
        grads, ready = {self: np.ones(self.shape)}, [self]
        while ready:
            node = ready.pop()
            g = grads.pop(node)
            if not node.sources:
                before = 0.0 if node.grad is None else node.grad
                node.grad = np.array(before + g)
            for source, pull in node.sources:
                share = fold(pull(g), source.shape)
                if source in grads:
                    share = grads[source] + share
                grads[source] = share
                waits[source] -= 1
                if not waits[source]:
                    ready.append(source)


def lift(value):
    return value if isinstance(value, Tensor) else Tensor(value)


def fold(share, shape):
    """Sum what broadcasting had copied."""
    while np.ndim(share) > len(shape):
        share = share.sum(axis=0)
    for axis, extent in enumerate(shape):
        if extent == 1 and share.shape[axis] != 1:
            share = share.sum(axis=axis, keepdims=True)
    return share
