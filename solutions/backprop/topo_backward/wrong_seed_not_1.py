"""Starts the walk without giving the root a grad.

Every grad is a product of slopes times the grad of the root. That one is the
derivative of the root by itself, which is 1. Left at 0 it makes everything 0,
without any error: a training loop runs on and the loss stays where it is.

Lesson: backprop/reverse_mode#two-ways-to-multiply-the-chain
"""


def backward(root):
    order = _parents_first(root)
    for node in order:
        if node._parents:
            node.grad = 0.0
    for node in reversed(order):
        node._backward()


def _parents_first(root):
    order, seen, stack = [], set(), [(root, False)]
    while stack:
        node, parents_done = stack.pop()
        if parents_done:
            order.append(node)
        elif node not in seen:
            seen.add(node)
            stack.append((node, True))
            stack.extend((parent, False) for parent in node._parents)
    return order
