"""Numbers that remember where they came from."""

import math


class Value:
    """A number that remembers what it was computed from.

    Attributes:
        data: the number, a float.
        grad: the derivative of a later result by this value; 0.0 at first.
        _parents: the Values it was computed from, a tuple; () for a leaf.
        _backward: call it to add this node's share to its parents' grads.
    """

    def __init__(self, data, _parents=()):
        # TODO: set the four attributes; a leaf's _backward does nothing.
        raise NotImplementedError

    # Each operation returns a new Value which holds the result, its parents,
    # and a function without arguments in _backward.

    def __add__(self, other):
        # TODO: other may be a Value or a plain number.
        raise NotImplementedError

    def __mul__(self, other):
        raise NotImplementedError

    def __pow__(self, n):
        # n is a plain number.
        raise NotImplementedError

    def __neg__(self):
        raise NotImplementedError

    def __sub__(self, other):
        raise NotImplementedError

    def __truediv__(self, other):
        raise NotImplementedError

    # Python asks these when the left operand is a plain number.
    def __radd__(self, other):
        raise NotImplementedError

    def __rmul__(self, other):
        raise NotImplementedError

    def __rsub__(self, other):
        raise NotImplementedError

    def __rtruediv__(self, other):
        raise NotImplementedError

    def exp(self):
        """Return e to the power of this value."""
        raise NotImplementedError

    def tanh(self):
        """Return the hyperbolic tangent of this value."""
        raise NotImplementedError

    def relu(self):
        """Return this value where it is positive, else 0; slope 0 at 0."""
        raise NotImplementedError
