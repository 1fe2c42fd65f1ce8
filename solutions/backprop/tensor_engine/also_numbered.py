"""Another right way: tensors carry numbers, and the newest goes first.

A result is always made after its operands, so that falling numbers are an
order in which everything is passed on in time.
"""

import heapq
import itertools

import numpy as np

from tutor.yours import unbroadcast

COUNTER = itertools.count()


class Tensor:
    def __init__(self, data, requires_grad=False):
        self.data = np.asarray(data, dtype=np.float64).copy()
        self.grad = None
        self.requires_grad = bool(requires_grad)
        self.number = next(COUNTER)
        self.inputs = ()
        self.rule = None

    shape = property(lambda self: self.data.shape)
    T = property(lambda self: self.transpose())

    def __lt__(self, other):
        return self.number > other.number

    def backward(self):
        if self.data.size != 1 or not self.requires_grad:
            raise ValueError("backward needs one number with a gradient")
        upstream = {self.number: np.ones_like(self.data)}
        heap = [self]
        while heap:
            node = heapq.heappop(heap)
            grad = upstream.pop(node.number)
            if node.rule is None:
                node.grad = grad if node.grad is None else node.grad + grad
                continue
            for tensor, share in zip(
                node.inputs, node.rule(grad), strict=True
            ):
                if not tensor.requires_grad:
                    continue
                if tensor.number not in upstream:
                    upstream[tensor.number] = np.zeros(tensor.shape)
                    heapq.heappush(heap, tensor)
                upstream[tensor.number] += unbroadcast(share, tensor.shape)

    def __add__(self, other):
        other = wrap(other)
        return apply(self.data + other.data, lambda g: (g, g), self, other)

    def __mul__(self, other):
        other = wrap(other)
        x, y = self.data, other.data
        return apply(x * y, lambda g: (g * y, g * x), self, other)

    def __neg__(self):
        return apply(-self.data, lambda g: (-g,), self)

    def __sub__(self, other):
        return self + -wrap(other)

    def inverse(self):
        y = 1.0 / self.data
        return apply(y, lambda g: (-g * y * y,), self)

    def __truediv__(self, other):
        return self * wrap(other).inverse()

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other):
        return wrap(other) - self

    def __rtruediv__(self, other):
        return self.inverse() * other

    def __matmul__(self, other):
        x, y = self.data, other.data

        def rule(g):
            left = g @ np.moveaxis(y, -1, -2)
            right = np.moveaxis(x, -1, -2) @ g
            return left, right

        return apply(x @ y, rule, self, other)

    def sum(self, axis=None, keepdims=False):
        shape = list(self.shape)
        which = range(len(shape)) if axis is None else np.atleast_1d(axis)
        for one in which:
            shape[one] = 1

        def rule(g):
            return (np.zeros(self.shape) + np.reshape(g, shape),)

        return apply(np.sum(self.data, axis, keepdims=keepdims), rule, self)

    def mean(self, axis=None, keepdims=False):
        total = self.sum(axis, keepdims)
        return total / (self.data.size // max(total.data.size, 1))

    def relu(self):
        positive = self.data > 0
        value = np.where(positive, self.data, 0.0)
        return apply(value, lambda g: (np.where(positive, g, 0.0),), self)

    def exp(self):
        value = np.exp(self.data)
        return apply(value, lambda g: (g * value,), self)

    def log(self):
        x = self.data
        return apply(np.log(x), lambda g: (g / x,), self)

    def reshape(self, *shape):
        back = self.shape
        return apply(
            self.data.reshape(*shape), lambda g: (g.reshape(back),), self
        )

    def transpose(self, *axes):
        if not axes:
            return apply(self.data.T, lambda g: (g.T,), self)
        back = [axes.index(axis) for axis in range(len(axes))]
        return apply(
            self.data.transpose(axes), lambda g: (g.transpose(back),), self
        )

    def __getitem__(self, index):
        def rule(g):
            full = np.zeros(self.shape)
            np.add.at(full, index, g)
            return (full,)

        return apply(self.data[index], rule, self)


def wrap(value):
    return value if isinstance(value, Tensor) else Tensor(value)


def apply(value, rule, *inputs):
    out = Tensor(value)
    if any(tensor.requires_grad for tensor in inputs):
        out.requires_grad, out.inputs, out.rule = True, inputs, rule
    return out
