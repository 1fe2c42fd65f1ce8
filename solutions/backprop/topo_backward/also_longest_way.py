"""Another right way: sort the nodes by their height above the leaves."""


def backward(root):
    height = {}
    stack = [root]
    while stack:
        node = stack[-1]
        missing = [p for p in node._parents if p not in height]
        if missing:
            stack += missing
        else:
            stack.pop()
            height[node] = 1 + max(
                (height[p] for p in node._parents), default=0
            )

    for node in height:
        node.grad = node.grad if height[node] == 1 else 0.0
    root.grad = 1.0
    for node in sorted(height, key=lambda n: -height[n]):
        node._backward()
