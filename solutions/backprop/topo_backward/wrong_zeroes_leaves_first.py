"""Sets the grads of the leaves to 0 at the start as well.

Then a second call forgets the first. Adding up over calls is put to use: the
grad of a large batch is collected in several small ones, and two losses that
share their weights each call backward. Clearing the leaves is a decision of
whoever trains, and happens elsewhere.

Lesson: backprop/reverse_mode#calling-backward-twice
"""


def backward(root):
    order = _parents_first(root)
    for node in order:
        node.grad = 0.0
    root.grad = 1.0
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
