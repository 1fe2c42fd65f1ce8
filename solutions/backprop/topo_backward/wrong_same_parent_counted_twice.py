"""Counts the children of a node once, but ticks them off once per operand.

Counting the children that are still to come, and calling a node when none is
left, is a good way to find the order. In v * v the node v has one child that
names it twice. Counted as one and ticked off as two, v seems ready while
another child has not delivered. Count and tick off the same things.

Lesson: backprop/graphs#when-a-value-is-used-twice
"""


def backward(root):
    waiting, nodes = {root: 0}, [root]
    for node in nodes:
        for parent in set(node._parents):
            if parent not in waiting:
                waiting[parent] = 0
                nodes.append(parent)
            waiting[parent] += 1
    for node in nodes:
        if node._parents:
            node.grad = 0.0
    root.grad = 1.0
    ready = [root]
    for node in ready:
        node._backward()
        for parent in node._parents:
            waiting[parent] -= 1
            if waiting[parent] == 0:
                ready.append(parent)
