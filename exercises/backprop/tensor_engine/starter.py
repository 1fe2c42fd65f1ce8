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
        # TODO: a float64 copy of the data, no gradient yet; what else must a
        # result remember?
        raise NotImplementedError

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of `data`."""
        return self.data.shape

    def __add__(self, other):
        """Return self + other, with broadcasting."""
        # TODO: the value, and how a gradient goes back to both operands.
        raise NotImplementedError

    def __mul__(self, other):
        """Return self * other, with broadcasting."""
        raise NotImplementedError

    def __truediv__(self, other):
        """Return self / other, with broadcasting."""
        raise NotImplementedError

    def __neg__(self):
        """Return -self."""
        raise NotImplementedError

    def __sub__(self, other):
        """Return self - other, with broadcasting."""
        raise NotImplementedError

    # A number on the left does not know tensors; Python then asks the right,
    # by __radd__ and __rmul__.
    # TODO: 2 + a and 2 * a.

    def __rsub__(self, other):
        """Return other - self, for a number on the left."""
        raise NotImplementedError

    def __rtruediv__(self, other):
        """Return other / self, for a number on the left."""
        raise NotImplementedError

    def __matmul__(self, other):
        """Return self @ other: matrices in the last two axes."""
        raise NotImplementedError

    def sum(self, axis=None, keepdims: bool = False):
        """Return the sum over all axes, or over those given."""
        raise NotImplementedError

    def mean(self, axis=None, keepdims: bool = False):
        """Return the mean over all axes, or over those given."""
        raise NotImplementedError

    def relu(self):
        """Return max(self, 0); its slope at 0 is 0."""
        raise NotImplementedError

    def exp(self):
        """Return e to the power of each element."""
        raise NotImplementedError

    def log(self):
        """Return the natural logarithm of each element."""
        raise NotImplementedError

    def reshape(self, *shape: int):
        """Return the same elements, in the same order, in another shape."""
        raise NotImplementedError

    def transpose(self, *axes: int):
        """Return the axes in the order given; without any, reversed."""
        raise NotImplementedError

    @property
    def T(self):
        """The transpose: all axes reversed."""
        return self.transpose()

    def __getitem__(self, index):
        """Return self[index], for every index that numpy knows."""
        raise NotImplementedError

    def backward(self) -> None:
        """Add the gradient of this one number to `grad` of every leaf.

        Raises:
            ValueError: this tensor is not one number, or needs no gradient.
        """
        # TODO: one pass over the graph, results before their operands.
        raise NotImplementedError
