"""Another right way: a node is ready when all its children are done."""

from collections import Counter, deque


def backward(root):
    found, to_come = [root], Counter()
    known = {id(root)}
    for node in found:
        for parent in node._parents:
            to_come[id(parent)] += 1
            if id(parent) not in known:
                known.add(id(parent))
                found.append(parent)

    for node in filter(lambda n: len(n._parents) > 0, found):
        node.grad = 0
    root.grad = 1.0

    ready = deque([root])
    while ready:
        node = ready.popleft()
        node._backward()
        for parent in node._parents:
            to_come[id(parent)] -= 1
            if not to_come[id(parent)]:
                ready.append(parent)
