"""Another right way: each operation writes its own backward function."""

import numpy as np


class Value:
    def __init__(self, data, parents=(), operation=""):
        self.data = float(data)
        self.grad = 0.0
        self.operation = operation
        self._parents = tuple(parents)
        self._backward = self._nothing

    @staticmethod
    def _nothing():
        return None

    def __repr__(self):
        return f"Value({self.data:.4g}, grad={self.grad:.4g})"

    def __add__(self, other):
        right = other if isinstance(other, Value) else Value(other)
        result = Value(self.data + right.data, (self, right), "+")

        def share():
            self.grad = self.grad + result.grad
            right.grad = right.grad + result.grad

        result._backward = share
        return result

    def __sub__(self, other):
        right = other if isinstance(other, Value) else Value(other)
        result = Value(self.data - right.data, (self, right), "-")

        def share():
            self.grad += result.grad
            right.grad -= result.grad

        result._backward = share
        return result

    def __mul__(self, other):
        right = other if isinstance(other, Value) else Value(other)
        result = Value(self.data * right.data, (self, right), "*")

        def share():
            self.grad += right.data * result.grad
            right.grad += self.data * result.grad

        result._backward = share
        return result

    def __truediv__(self, other):
        right = other if isinstance(other, Value) else Value(other)
        result = Value(self.data / right.data, (self, right), "/")

        def share():
            self.grad += result.grad / right.data
            right.grad -= result.grad * result.data / right.data

        result._backward = share
        return result

    def __pow__(self, exponent):
        result = Value(self.data**exponent, [self], "**")

        def share():
            self.grad += result.grad * exponent * self.data ** (exponent - 1)

        result._backward = share
        return result

    def exp(self):
        result = Value(np.exp(self.data), [self], "exp")

        def share():
            self.grad += result.grad * result.data

        result._backward = share
        return result

    def tanh(self):
        result = Value(np.tanh(self.data), [self], "tanh")

        def share():
            self.grad += result.grad * (1.0 - result.data**2)

        result._backward = share
        return result

    def relu(self):
        result = Value(max(0.0, self.data), [self], "relu")

        def share():
            if result.data > 0:
                self.grad += result.grad

        result._backward = share
        return result

    def __neg__(self):
        return 0.0 - self

    def __radd__(self, number):
        return Value(number) + self

    def __rsub__(self, number):
        return Value(number) - self

    def __rmul__(self, number):
        return Value(number) * self

    def __rtruediv__(self, number):
        return Value(number) / self
