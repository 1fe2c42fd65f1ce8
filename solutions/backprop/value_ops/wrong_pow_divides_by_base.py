"""Writes the slope of xⁿ as n·xⁿ/x, which divides by zero at 0.

The two forms agree wherever x is not 0. The slope of x² at 0 is 0, an ordinary
place; the quotient asks for 0/0 there, and Python raises ZeroDivisionError in
the middle of training. A squared error reaches 0 as soon as one sample fits.

Lesson: backprop/graphs#each-node-knows-its-own-derivative
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
        return _node(self.data**n, (self, n * self.data**n / self.data))

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
        t = math.tanh(self.data)
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
