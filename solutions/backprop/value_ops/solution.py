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
        self.data = float(data)
        self.grad = 0.0
        self._parents = _parents
        self._backward = lambda: None

    def __add__(self, other):
        other = _as_value(other)
        return _node(self.data + other.data, (self, 1.0), (other, 1.0))

    def __mul__(self, other):
        other = _as_value(other)
        return _node(
            self.data * other.data, (self, other.data), (other, self.data)
        )

    def __pow__(self, n):
        return _node(self.data**n, (self, n * self.data ** (n - 1)))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __truediv__(self, other):
        return self * _as_value(other) ** -1

    # Python asks these when the left operand is a plain number.
    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return -self + other

    def __rtruediv__(self, other):
        return other * self**-1

    def exp(self):
        """Return e to the power of this value."""
        power = math.exp(self.data)
        return _node(power, (self, power))

    def tanh(self):
        """Return the hyperbolic tangent of this value."""
        t = math.tanh(self.data)
        return _node(t, (self, 1 - t * t))

    def relu(self):
        """Return this value where it is positive, else 0; slope 0 at 0."""
        slope = 1.0 if self.data > 0 else 0.0
        return _node(max(self.data, 0.0), (self, slope))


def _as_value(number):
    """Return a Value as it is, and a plain number as a leaf."""
    return number if isinstance(number, Value) else Value(number)


def _node(data, *shares):
    """Return a Value computed from others.

    Each share is a pair: a parent, and the slope of this node by it.
    """
    out = Value(data, tuple(parent for parent, _ in shares))

    def backward():
        # Adding, because a parent may have other children, or be here twice.
        for parent, slope in shares:
            parent.grad += slope * out.grad

    out._backward = backward
    return out
