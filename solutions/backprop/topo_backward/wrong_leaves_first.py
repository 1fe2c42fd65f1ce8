"""Calls the nodes parents first, in the order of the forward pass.

That order is right for computing numbers, where a node needs its parents. A
grad comes from the children. Walking forwards, every node hands on the 0 it
starts with, and only the parents of the root receive anything: the walk goes
the other way.

Lesson: backprop/reverse_mode#the-order-of-the-walk
"""


def backward(root):
    order = _parents_first(root)
    for node in order:
        if node._parents:
            node.grad = 0.0
    root.grad = 1.0
    for node in order:
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
