"""Leaves the grads of an earlier call in the nodes between root and leaves.

Shares are added. On a second call a node in between starts from what the first
one left, hands both on, and the leaf receives the first result again: after
two calls a parameter one step below the root has 2 times its grad, one two
steps below has 3 times. Adding up is wanted at the leaves alone.

Lesson: backprop/reverse_mode#calling-backward-twice
"""


def backward(root):
    order = _parents_first(root)
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
