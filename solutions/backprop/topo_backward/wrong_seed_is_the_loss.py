"""Starts from the number that the root holds instead of from 1.

The grad of the root answers: how much does the root change if the root changes
by one? That is 1, whether the loss is 0.1 or 100. With the loss itself as the
seed all grads are right up to a factor, and the steps shrink as the loss does:
training looks healthy and slows down for no reason.

Lesson: backprop/reverse_mode#two-ways-to-multiply-the-chain
"""


def backward(root):
    order = _parents_first(root)
    for node in order:
        if node._parents:
            node.grad = 0.0
    root.grad = root.data
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
