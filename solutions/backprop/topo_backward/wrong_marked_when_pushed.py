"""Marks a node as seen when it goes on the stack instead of when it comes off.

A node that waits at the bottom of the stack may turn up again as the parent of
a node above it, and then has to come earlier in the order. Marked too soon, it
is skipped there and stays at the bottom. It shows only where one arm is longer
than the other, and only for one order of the parents.

Lesson: backprop/reverse_mode#a-stack-instead-of-recursion
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
    order, seen, stack = [], {root}, [(root, False)]
    while stack:
        node, parents_done = stack.pop()
        if parents_done:
            order.append(node)
        else:
            stack.append((node, True))
            for parent in node._parents:
                if parent not in seen:
                    seen.add(parent)
                    stack.append((parent, False))
    return order
