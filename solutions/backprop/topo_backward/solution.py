"""The backward pass over a graph of nodes."""


def backward(root):
    """Set the grad of every node that root was computed from.

    Args:
        root: the node to differentiate. Each node has `data`, `grad`,
            `_parents` (a tuple of nodes; () for a leaf) and `_backward`.

    Afterwards root.grad is 1.0; the grad of every node with parents is the
    derivative of root by it; and the grad of every leaf has grown by the
    derivative of root by that leaf.
    """
    order = _parents_first(root)
    for node in order:
        # What an earlier call left here has been passed on already. Leaves
        # keep theirs: the sum over several calls is wanted there.
        if node._parents:
            node.grad = 0.0
    root.grad = 1.0
    for node in reversed(order):
        node._backward()


def _parents_first(root):
    """Return root and all it was computed from, parents before children."""
    order, seen, stack = [], set(), [(root, False)]
    while stack:
        node, parents_done = stack.pop()
        if parents_done:
            order.append(node)
        elif node not in seen:
            # Marked now and not when it was put on the stack: another way to
            # this node may be found later that has to come first.
            seen.add(node)
            stack.append((node, True))
            stack.extend((parent, False) for parent in node._parents)
    return order
