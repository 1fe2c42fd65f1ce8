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
    # TODO: order the nodes, prepare the grads, then call each _backward.
    raise NotImplementedError
