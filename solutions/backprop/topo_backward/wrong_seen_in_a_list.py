"""Looks up visited nodes in a list, which is searched from end to end.

For 100 nodes nobody notices. The search takes as many steps as there are nodes
in the list, so the time grows with the square of the graph: at 20,000 nodes it
is 200 million comparisons. A set finds a node in the same time however many
there are.

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
    order, seen, stack = [], [], [(root, False)]
    while stack:
        node, parents_done = stack.pop()
        if parents_done:
            order.append(node)
        elif node not in seen:
            seen.append(node)
            stack.append((node, True))
            stack.extend((parent, False) for parent in node._parents)
    return order
