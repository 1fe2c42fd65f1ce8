"""Keeps no record of the nodes it has visited.

A node with two children is found twice and stands in the order twice. Its
`_backward` then hands on what it has collected, and later hands it on again:
all grads below are too large. With ten such joins in a row the last node is
visited 1,024 times, and the time grows as fast.

Lesson: backprop/reverse_mode#the-order-of-the-walk
"""


def backward(root):
    order = _parents_first(root)
    for node in order:
        if node._parents:
            node.grad = 0.0
    root.grad = 1.0
    for node in reversed(order):
        node._backward()


def _parents_first(root):
    order, stack = [], [(root, False)]
    while stack:
        node, parents_done = stack.pop()
        if parents_done:
            order.append(node)
        else:
            stack.append((node, True))
            stack.extend((parent, False) for parent in node._parents)
    return order
