"""Uses x as the slope of eˣ.

It looks like the product rule, but the exponential is its own derivative: the
slope is the number that the node itself holds. Near x = 1.8 one is 1.8 and the
other 6; at x = 0 your slope is 0 where the curve rises at 45 degrees.

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
        return _node(power, (self, self.data))

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
