"""Calls itself for every parent, and fails beyond a depth of about 1,000.

Python ends a chain of some 1,000 nested calls with RecursionError. One neuron
with 1,000 inputs, summed term by term, is deeper than that. Raising the limit
moves the wall without removing it. A list of your own, used as a stack, grows
as far as the memory does.

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
    order, seen = [], set()

    def visit(node):
        if node not in seen:
            seen.add(node)
            for parent in node._parents:
                visit(parent)
            order.append(node)

    visit(root)
    return order
