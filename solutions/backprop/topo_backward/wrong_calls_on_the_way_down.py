"""Calls a node's `_backward` and then walks on to its parents, for every parent.

On a tree each node has one child, and is complete when it is met. Where two
arms join, the shared node is met by way of each: the first time it hands on
the share of one arm, the second time those of both, so that the first counts
twice. Find the order first, then call; a call belongs to a node, not to a way
that leads to it.

Lesson: backprop/reverse_mode#the-order-of-the-walk
"""


def backward(root):
    root.grad = 1.0
    walk_down(root)


def walk_down(node):
    node._backward()
    for parent in node._parents:
        walk_down(parent)
