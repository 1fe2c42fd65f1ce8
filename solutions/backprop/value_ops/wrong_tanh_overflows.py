"""Builds tanh from e²ˣ, which overflows beyond x = 354.

(e²ˣ - 1)/(e²ˣ + 1) is tanh on paper. In float64 e⁷¹⁰ is already too large, and
`math.exp` raises OverflowError, although the answer is a harmless 1. The
library's own tanh is exact on both sides.

Lesson: ann/smooth_units#exponentials-that-only-shrink
"""

import math


class Value:
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

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return -self + other

    def __rtruediv__(self, other):
        return other * self**-1

    def exp(self):
        power = math.exp(self.data)
        return _node(power, (self, power))

    def tanh(self):
        power = math.exp(2 * self.data)
        t = (power - 1) / (power + 1)
        return _node(t, (self, 1 - t * t))

    def relu(self):
        slope = 1.0 if self.data > 0 else 0.0
        return _node(max(self.data, 0.0), (self, slope))


def _as_value(number):
    return number if isinstance(number, Value) else Value(number)


def _node(data, *shares):
    out = Value(data, tuple(parent for parent, _ in shares))

    def backward():
        for parent, slope in shares:
            parent.grad += slope * out.grad

    out._backward = backward
    return out
