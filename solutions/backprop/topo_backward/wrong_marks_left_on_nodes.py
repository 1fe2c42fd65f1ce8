"""Marks visited nodes on the nodes themselves, and never takes the marks off.

The first call is right. On the next one all nodes still carry their mark, the
walk takes them for visited, and none is called. The same happens to a second
result that shares a few nodes with the first. A record of one walk belongs to
that walk.

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


def _parents_first(root):
    order, stack = [], [(root, False)]
    while stack:
        node, parents_done = stack.pop()
        if parents_done:
            order.append(node)
        elif not hasattr(node, "_visited"):
            node._visited = True
            stack.append((node, True))
            stack.extend((parent, False) for parent in node._parents)
    return order
