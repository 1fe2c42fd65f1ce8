"""Another right way: gradients are buffers of zeros, filled in place."""

import numpy as np

from tutor.yours import unbroadcast


class Tensor:
    def __init__(self, data, requires_grad=False):
        self.data = np.array(data, dtype=np.float64)
        self.requires_grad = requires_grad
        self.grad = None
        self._parents = ()
        self._backward = lambda: None

    @property
    def shape(self):
        return np.shape(self.data)

    def receive(self, share):
        if not self.requires_grad:
            return
        if self.grad is None:
            self.grad = np.zeros_like(self.data)
        self.grad += unbroadcast(np.asarray(share), self.data.shape)

    def make(self, data, *others):
        out = Tensor(data)
        parents = [t for t in (self, *others) if t.requires_grad]
        if parents:
            out.requires_grad = True
            out._parents = tuple(parents)
        return out

    def __add__(self, other):
        other = other if isinstance(other, Tensor) else Tensor(other)
        out = self.make(self.data + other.data, other)

        def step():
            self.receive(out.grad)
            other.receive(out.grad)

        return connect(out, step)

    def __mul__(self, other):
        other = other if isinstance(other, Tensor) else Tensor(other)
        out = self.make(self.data * other.data, other)

        def step():
            self.receive(other.data * out.grad)
            other.receive(self.data * out.grad)

        return connect(out, step)

    def __pow__(self, number):
        out = self.make(self.data**number)

        def step():
            self.receive(number * self.data ** (number - 1) * out.grad)

        return connect(out, step)

    def __truediv__(self, other):
        return self * other**-1.0

    def __rtruediv__(self, other):
        return other * self**-1.0

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-other)

    def __rsub__(self, other):
        return other + (-self)

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __matmul__(self, other):
        out = self.make(np.matmul(self.data, other.data), other)

        def step():
            self.receive(out.grad @ np.swapaxes(other.data, -2, -1))
            other.receive(np.swapaxes(self.data, -2, -1) @ out.grad)

        return connect(out, step)

    def sum(self, axis=None, keepdims=False):
        out = self.make(np.sum(self.data, axis=axis, keepdims=keepdims))

        def step():
            kept = np.sum(self.data, axis=axis, keepdims=True).shape
            self.receive(np.tile(0.0, self.shape) + out.grad.reshape(kept))

        return connect(out, step)

    def mean(self, axis=None, keepdims=False):
        one = np.mean(np.ones(self.shape), axis=axis, keepdims=keepdims)
        return self.sum(axis, keepdims) / (self.data.size / one.size)

    def relu(self):
        out = self.make(self.data.clip(min=0))
        return connect(out, lambda: self.receive((out.data > 0) * out.grad))

    def exp(self):
        out = self.make(np.exp(self.data))
        return connect(out, lambda: self.receive(out.data * out.grad))

    def log(self):
        out = self.make(np.log(self.data))
        return connect(out, lambda: self.receive(out.grad / self.data))

    def reshape(self, *shape):
        out = self.make(np.reshape(self.data, shape))

        def step():
            self.receive(np.reshape(out.grad, self.shape))

        return connect(out, step)

    def transpose(self, *axes):
        axes = axes or None
        out = self.make(np.transpose(self.data, axes))

        def step():
            back = None if axes is None else np.argsort(axes)
            self.receive(np.transpose(out.grad, back))

        return connect(out, step)

    @property
    def T(self):
        return self.transpose()

    def __getitem__(self, index):
        out = self.make(self.data[index])

        def step():
            spread = np.zeros(self.shape)
            np.add.at(spread, index, out.grad)
            self.receive(spread)

        return connect(out, step)

    def backward(self):
        if np.size(self.data) != 1:
            raise ValueError("backward needs one number")
        if not self.requires_grad:
            raise ValueError("nothing requires a gradient")
        order, done, path = [], set(), [(self, iter(self._parents))]
        done.add(id(self))
        while path:
            node, rest = path[-1]
            for parent in rest:
                if id(parent) not in done:
                    done.add(id(parent))
                    path.append((parent, iter(parent._parents)))
                    break
            else:
                order.append(node)
                path.pop()
        for node in order:
            if node._parents:
                node.grad = None
        self.receive(np.ones(self.shape))
        while order:
            order.pop()._backward()


def connect(out, step):
    if out.requires_grad:
        out._backward = step
    return out
