"""Clears the grad of a node as soon as it has handed it on.

The leaves come out right, and a second call starts afresh. But the nodes in
between all read 0 afterwards, the root included. How a gradient grows or fades
on its way is what you look at first when training fails, and these are the
numbers that tell.

Lesson: backprop/reverse_mode#calling-backward-twice
"""


def backward(root):
    order = _parents_first(root)
    for node in order:
        if node._parents:
            node.grad = 0.0
    root.grad = 1.0
    for node in reversed(order):
        node._backward()
        if node._parents:
            node.grad = 0.0


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
