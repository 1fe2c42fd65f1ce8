"""Calls `_backward` in the order in which the walk meets the nodes.

Following one arm to its end before the other begins is right for chains and
trees. At a diamond the shared node is met by way of the first arm, and hands
on its grad before the second arm has delivered: the late share never travels
further. A node may be called only when all its children have been.

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
    order, seen, stack = [], set(), [root]
    while stack:
        node = stack.pop()
        if node not in seen:
            seen.add(node)
            order.append(node)
            stack.extend(node._parents)
    return order[::-1]
