"""A tensor engine: arrays that remember where they come from."""

import numpy as np

from tutor.yours import unbroadcast


class Tensor:
    """An array that takes part in reverse-mode differentiation.

    Attributes:
        data: the numbers, a float64 array.
        grad: None, or the gradient gathered so far, of the shape of `data`.
        requires_grad: whether a gradient is wanted for it, or for anything
            it was computed from.
    """

    def __init__(self, data, requires_grad: bool = False) -> None:
        """Make a leaf from a copy of a number, a nested list or an array."""
        self.data = np.array(data, dtype=np.float64)
        self.grad = None
        self.requires_grad = requires_grad
        self._parents = ()
        self._backward = None

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of `data`."""
        return self.data.shape

    def __add__(self, other):
        """Return self + other, with broadcasting."""
        other = _tensor(other)

        def backward(grad):
            self._gather(grad)
            other._gather(grad)

        return _result(self.data + other.data, (self, other), backward)

    def __mul__(self, other):
        """Return self * other, with broadcasting."""
        other = _tensor(other)

        def backward(grad):
            self._gather(grad * other.data)
            other._gather(grad * self.data)

        return _result(self.data * other.data, (self, other), backward)

    def __truediv__(self, other):
        """Return self / other, with broadcasting."""
        other = _tensor(other)

        def backward(grad):
            self._gather(grad / other.data)
            other._gather(-grad * self.data / other.data**2)

        return _result(self.data / other.data, (self, other), backward)

    def __neg__(self):
        """Return -self."""
        return self * -1.0

    def __sub__(self, other):
        """Return self - other, with broadcasting."""
        return self + -other

    # A number on the left does not know tensors; Python then asks the right.
    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other):
        """Return other - self, for a number on the left."""
        return -self + other

    def __rtruediv__(self, other):
        """Return other / self, for a number on the left."""
        return _tensor(other) / self

    def __matmul__(self, other):
        """Return self @ other: matrices in the last two axes."""

        def backward(grad):
            self._gather(grad @ other.data.swapaxes(-1, -2))
            other._gather(self.data.swapaxes(-1, -2) @ grad)

        return _result(self.data @ other.data, (self, other), backward)

    def sum(self, axis=None, keepdims: bool = False):
        """Return the sum over all axes, or over those given."""

        def backward(grad):
            if axis is not None and not keepdims:
                grad = np.expand_dims(grad, axis)
            self._gather(np.broadcast_to(grad, self.shape))

        return _result(
            self.data.sum(axis, keepdims=keepdims), (self,), backward
        )

    def mean(self, axis=None, keepdims: bool = False):
        """Return the mean over all axes, or over those given."""
        total = self.sum(axis, keepdims)
        return total * (total.data.size / self.data.size)

    def relu(self):
        """Return max(self, 0); its slope at 0 is 0."""

        def backward(grad):
            self._gather(grad * (self.data > 0))

        return _result(np.maximum(self.data, 0), (self,), backward)

    def exp(self):
        """Return e to the power of each element."""
        value = np.exp(self.data)

        def backward(grad):
            self._gather(grad * value)

        return _result(value, (self,), backward)

    def log(self):
        """Return the natural logarithm of each element."""

        def backward(grad):
            self._gather(grad / self.data)

        return _result(np.log(self.data), (self,), backward)

    def reshape(self, *shape: int):
        """Return the same elements, in the same order, in another shape."""

        def backward(grad):
            self._gather(grad.reshape(self.shape))

        return _result(self.data.reshape(*shape), (self,), backward)

    def transpose(self, *axes: int):
        """Return the axes in the order given; without any, reversed."""
        order = axes or range(self.data.ndim)[::-1]

        def backward(grad):
            # argsort says at which place each old axis has ended up.
            self._gather(grad.transpose(np.argsort(order)))

        return _result(self.data.transpose(order), (self,), backward)

    @property
    def T(self):
        """The transpose: all axes reversed."""
        return self.transpose()

    def __getitem__(self, index):
        """Return self[index], for every index that numpy knows."""

        def backward(grad):
            full = np.zeros_like(self.data)
            # An element that was taken twice gets both shares.
            np.add.at(full, index, grad)
            self._gather(full)

        return _result(self.data[index], (self,), backward)

    def backward(self) -> None:
        """Add the gradient of this one number to `grad` of every leaf.

        Raises:
            ValueError: this tensor is not one number, or needs no gradient.
        """
        if self.data.size != 1 or not self.requires_grad:
            raise ValueError("backward starts at one number with a gradient")
        order = _order(self)
        for node in order:
            if node._parents:
                node.grad = None  # only leaves keep what came before
        self._gather(np.ones_like(self.data))
        for node in reversed(order):
            if node._parents:
                node._backward(node.grad)

    def _gather(self, grad):
        """Add a share of the gradient, if this tensor wants one."""
        if self.requires_grad:
            grad = unbroadcast(grad, self.shape)
            # A sum is a new array. The share itself may be a view, or the
            # gradient of another tensor as well.
            self.grad = (0.0 if self.grad is None else self.grad) + grad


def _tensor(value):
    return value if isinstance(value, Tensor) else Tensor(value)


def _result(data, parents, backward):
    """Return the tensor that an operation gives.

    `backward` passes the gradient of the result on to the operands. It gets
    that gradient as an argument: a function that held the result itself would
    keep result and function alive in a circle.
    """
    out = Tensor(data, any(parent.requires_grad for parent in parents))
    if out.requires_grad:
        out._parents = parents
        out._backward = backward
    return out


def _order(root):
    """Return all tensors below `root`, operands before results."""
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
