"""Keeps the share that came last, and forgets the others.

A tensor that is used twice moves the result along two ways, and its gradient
is the sum of both. Here the second share replaces the first: the slope of `a *
a` comes out as `a` instead of `2a`. Every network whose weights are shared
learns from a part of its gradient only.

Lesson: backprop/graphs#when-a-value-is-used-twice
"""

import numpy as np

from tutor.yours import unbroadcast


class Tensor:
    def __init__(self, data, requires_grad=False):
        self.data = np.array(data, dtype=np.float64)
        self.grad = None
        self.requires_grad = requires_grad
        self._parents = ()
        self._backward = None

    @property
    def shape(self):
        return self.data.shape

    def __add__(self, other):
        other = _tensor(other)

        def backward(grad):
            self._gather(grad)
            other._gather(grad)

        return _result(self.data + other.data, (self, other), backward)

    def __mul__(self, other):
        other = _tensor(other)

        def backward(grad):
            self._gather(grad * other.data)
            other._gather(grad * self.data)

        return _result(self.data * other.data, (self, other), backward)

    def __truediv__(self, other):
        other = _tensor(other)

        def backward(grad):
            self._gather(grad / other.data)
            other._gather(-grad * self.data / other.data**2)

        return _result(self.data / other.data, (self, other), backward)

    def __neg__(self):
        return self * -1.0

    def __sub__(self, other):
        return self + -other

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other):
        return -self + other

    def __rtruediv__(self, other):
        return _tensor(other) / self

    def __matmul__(self, other):

        def backward(grad):
            self._gather(grad @ other.data.swapaxes(-1, -2))
            other._gather(self.data.swapaxes(-1, -2) @ grad)

        return _result(self.data @ other.data, (self, other), backward)

    def sum(self, axis=None, keepdims=False):

        def backward(grad):
            if axis is not None and not keepdims:
                grad = np.expand_dims(grad, axis)
            self._gather(np.broadcast_to(grad, self.shape))

        return _result(
            self.data.sum(axis, keepdims=keepdims), (self,), backward
        )

    def mean(self, axis=None, keepdims=False):
        total = self.sum(axis, keepdims)
        return total * (total.data.size / self.data.size)

    def relu(self):

        def backward(grad):
            self._gather(grad * (self.data > 0))

        return _result(np.maximum(self.data, 0), (self,), backward)

    def exp(self):
        value = np.exp(self.data)

        def backward(grad):
            self._gather(grad * value)

        return _result(value, (self,), backward)

    def log(self):

        def backward(grad):
            self._gather(grad / self.data)

        return _result(np.log(self.data), (self,), backward)

    def reshape(self, *shape):

        def backward(grad):
            self._gather(grad.reshape(self.shape))

        return _result(self.data.reshape(*shape), (self,), backward)

    def transpose(self, *axes):
        order = axes or range(self.data.ndim)[::-1]

        def backward(grad):
            self._gather(grad.transpose(np.argsort(order)))

        return _result(self.data.transpose(order), (self,), backward)

    @property
    def T(self):
        return self.transpose()

    def __getitem__(self, index):

        def backward(grad):
            full = np.zeros_like(self.data)
            np.add.at(full, index, grad)
            self._gather(full)

        return _result(self.data[index], (self,), backward)

    def backward(self):
        if self.data.size != 1 or not self.requires_grad:
            raise ValueError("backward starts at one number with a gradient")
        order = _order(self)
        for node in order:
            if node._parents:
                node.grad = None
        self._gather(np.ones_like(self.data))
        for node in reversed(order):
            if node._parents:
                node._backward(node.grad)

    def _gather(self, grad):
        if self.requires_grad:
            grad = unbroadcast(grad, self.shape)
            self.grad = 0.0 + grad


def _tensor(value):
    return value if isinstance(value, Tensor) else Tensor(value)


def _result(data, parents, backward):
    out = Tensor(data, any(parent.requires_grad for parent in parents))
    if out.requires_grad:
        out._parents = parents
        out._backward = backward
    return out


def _order(root):
    order, seen, stack = [], set(), [(root, False)]
    while stack:
        node, finished = stack.pop()
        if finished:
            order.append(node)
        elif node not in seen:
            seen.add(node)
            stack.append((node, True))
            stack.extend((parent, False) for parent in node._parents)
    return order
