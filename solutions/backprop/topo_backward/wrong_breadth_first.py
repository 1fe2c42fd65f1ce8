"""Walks level by level, counting the steps of the shortest way from the root.

When both arms of a diamond are equally long, the levels are the right order.
With arms of different lengths the join is reached over the short one, and is
called before the long arm has delivered its share. What counts is the
*longest* way from the root, or, put differently, that no child is left.

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
    order, seen = [root], {root}
    for node in order:
        for parent in node._parents:
            if parent not in seen:
                seen.add(parent)
                order.append(parent)
    return order[::-1]
