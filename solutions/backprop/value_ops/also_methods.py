"""Another right way: slopes stored on the node, numbers left out of it.

No closure at all: `_backward` is a method, and a plain number never becomes a
node.
"""

from math import exp, tanh


class Value:
    def __init__(self, data):
        self.data, self.grad = float(data), 0.0
        self._parents, self.slopes = (), ()

    def _backward(self):
        for parent, slope in zip(self._parents, self.slopes, strict=True):
            parent.grad += self.grad * slope

    def _of(self, data, *slopes, other=None):
        child = Value(data)
        child._parents = (self,) if other is None else (self, other)
        child.slopes = slopes
        return child

    def __add__(self, other):
        if isinstance(other, Value):
            return self._of(self.data + other.data, 1.0, 1.0, other=other)
        return self._of(self.data + other, 1.0)

    def __sub__(self, other):
        if isinstance(other, Value):
            return self._of(self.data - other.data, 1.0, -1.0, other=other)
        return self._of(self.data - other, 1.0)

    def __mul__(self, other):
        x = self.data
        if isinstance(other, Value):
            return self._of(x * other.data, other.data, x, other=other)
        return self._of(x * other, other)

    def __truediv__(self, other):
        x = self.data
        if isinstance(other, Value):
            y = other.data
            return self._of(x / y, 1 / y, -x / (y * y), other=other)
        return self._of(x / other, 1 / other)

    def __rsub__(self, number):
        return self._of(number - self.data, -1.0)

    def __rtruediv__(self, number):
        return self._of(number / self.data, -number / self.data**2)

    def __neg__(self):
        return self._of(-self.data, -1.0)

    def __pow__(self, n):
        x = self.data
        return self._of(x**n, n * x ** (n - 1))

    def exp(self):
        return self._of(exp(self.data), exp(self.data))

    def tanh(self):
        return self._of(tanh(self.data), 1 - tanh(self.data) ** 2)

    def relu(self):
        above = self.data > 0
        return self._of(self.data if above else 0.0, float(above))

    __radd__ = __add__
    __rmul__ = __mul__
