"""Checks for backprop/topo_backward. Oracle: the inverse of a matrix.

With A[i, j] the slope of node i by its parent j, the derivatives of all nodes
by all nodes are the entries of (1 - A)⁻¹: the sum over all paths.
"""

import numpy as np

from tutor.harness import assert_close, assert_equal, built, case, probe


@probe
def with_values(module, texts, leaves):
    """Compute each text from the same Values, and call backward on it.

    Returns the grads of the leaves afterwards.
    """
    from tutor.yours import Value

    values = {name: Value(x) for name, x in leaves.items()}
    for text in texts:
        module.backward(eval(text, dict(values)))
    return {name: value.grad for name, value in values.items()}


@probe
def walk(module, graph, *roots):
    """Build a graph, and call backward on each root, one after the other.

    Item i of `graph` lists node i's parents, as pairs (number, slope).
    Returns all grads, and how often each _backward was called; leaves, for
    which this does not matter, are counted as 0.
    """

    class Node:
        def __init__(self, number, shares):
            self.data = 2.0 + number
            self.grad = 0.0
            self._parents = tuple(nodes[parent] for parent, _ in shares)
            self.number, self.shares = number, shares

        def _backward(self):
            calls[self.number] += bool(self.shares)
            for parent, slope in self.shares:
                nodes[parent].grad += slope * self.grad

    nodes, calls = [], [0] * len(graph)
    for number, shares in enumerate(graph):
        nodes.append(Node(number, shares))
    for root in roots:
        module.backward(nodes[root])
    return [float(node.grad) for node in nodes], calls


def derivatives(graph, root):
    """Return the derivative of one node by every node of a graph."""
    slopes = np.eye(len(graph))
    for child, shares in enumerate(graph):
        for parent, slope in shares:
            slopes[child, parent] -= slope
    return np.linalg.inv(slopes)[root]


def reachable(graph, root):
    """Return the numbers of root and of all that it was computed from."""
    found = {root}
    for number in range(root, -1, -1):
        if number in found:
            found.update(parent for parent, _ in graph[number])
    return found


def expected_grads(graph, roots):
    """Return all grads: leaves add up, other nodes keep what came last."""
    grads = [0.0] * len(graph)
    for root in roots:
        latest = derivatives(graph, root)
        for number in reachable(graph, root):
            before = 0.0 if graph[number] else grads[number]
            grads[number] = before + float(latest[number])
    return grads


def written(graph):
    """Return a graph as formulas, with its nodes named n0, n1 …"""
    return ", ".join(
        f"n{number} = "
        + " + ".join(f"{slope:.3g}·n{parent}" for parent, slope in shares)
        for number, shares in enumerate(graph)
        if shares
    )


def assert_grads(learner, graph, *roots):
    """Call backward on each root; fail unless all grads and counts are right.

    Returns how often each _backward was called.
    """
    grads, calls = walk(learner, graph, *roots)
    wanted = expected_grads(graph, roots)
    asked = ", then ".join(f"backward(n{root})" for root in roots)
    for number, grad in enumerate(grads):
        assert_close(
            grad,
            wanted[number],
            because=f"n{number}.grad is wrong after {asked}, "
            f"where {written(graph)}",
        )
    return calls


CHAIN = [[], [(0, 2.0)], [(1, -3.0)], [(2, 0.5)]]
DIAMOND = [[], [(0, 2.0)], [(1, 3.0)], [(1, 5.0)], [(2, 7.0), (3, 11.0)]]
# Node 4 reaches node 1 at once, and by way of 2 and 3.
ARMS = [[], [(0, 2.0)], [(1, 3.0)], [(2, 5.0)], [(3, 7.0), (1, 11.0)]]
# Node 2 has node 1 twice as its parent, as in v * v.
TWICE = [
    [],
    [(0, 2.0)],
    [(1, 3.0), (1, 3.0)],
    [(1, 5.0)],
    [(3, 7.0)],
    [(2, 11.0), (4, 13.0)],
]


def mirrored(graph):
    """Return the graph with all parents in the opposite order."""
    return [shares[::-1] for shares in graph]


@built("N")
def random_graph(rng, sizes):
    """Some leaves, and nodes with one to three parents among those before."""
    graph = [[]]
    for number in range(1, sizes["N"] + 1):
        count = 0 if number < 3 and rng.random() < 0.5 else rng.integers(1, 4)
        graph.append(
            [
                (int(rng.integers(number)), float(rng.uniform(0.5, 2)))
                for _ in range(count)
            ]
        )
    return graph


@case("the example: the squared error of one sample")
def squared_error(learner):
    leaves = {"w": 2.0, "x": 3.0, "b": 1.0, "y": 5.0}
    grads = with_values(learner, ["(w * x + b - y) ** 2"], leaves)
    wanted = {"w": 12.0, "x": 8.0, "b": 4.0, "y": -4.0}
    assert_close(grads, wanted, what="grad")


@case("a chain multiplies its slopes; the root's own grad is 1")
def chain(learner):
    for root in (3, 0):
        assert_grads(learner, CHAIN, root)


@case("a node with two children waits for the shares of both")
def diamond(learner):
    for graph in (DIAMOND, mirrored(DIAMOND)):
        assert_grads(learner, graph, 4)


@case("arms of different lengths meet at the right time")
def arms(learner):
    for graph in (ARMS, mirrored(ARMS)):
        assert_grads(learner, graph, 4)


@case("a parent may be listed twice")
def listed_twice(learner):
    for graph in (TWICE, mirrored(TWICE)):
        assert_grads(learner, graph, 5)


@case("each _backward is called exactly once")
def called_once(learner):
    for graph in (CHAIN, DIAMOND, ARMS, TWICE):
        _, calls = walk(learner, graph, len(graph) - 1)
        wanted = [int(bool(shares)) for shares in graph]
        assert_equal(calls, wanted, what="the number of calls of each node")


@case("a second call adds to the leaves, and starts afresh in between")
def second_call(learner):
    for graph in (CHAIN, ARMS):
        assert_grads(learner, graph, len(graph) - 1, len(graph) - 1)
    sums = with_values(learner, ["a * b + a", "a * a"], {"a": 3.0, "b": 4.0})
    assert_close(sums, {"a": 11.0, "b": 3.0}, what="grad")


@case("two results may share nodes; the rest of the graph stays as it was")
def shared(learner):
    graph = [[], [], [(0, 2.0), (1, 3.0)], [(2, 5.0)], [(2, 7.0), (1, 2.0)]]
    assert_grads(learner, graph, 3, 4)
    assert_grads(learner, graph, 4, 2, 3)


@case(
    "random graphs of up to nine nodes",
    graph=random_graph,
    sizes={"N": (3, 8)},
    tries=15,
)
def random_graphs(learner, graph):
    assert_grads(learner, graph, len(graph) - 1)


@probe
def long_chain(module, length):
    """Call backward at the end of a chain whose nodes count comparisons.

    Returns the grad of the leaf. More than ten comparisons with other nodes
    per node end the call.
    """

    class Node:
        compared = 0

        def __init__(self, parent):
            self.data, self.grad, self._parents = 0.0, 0.0, (parent,)

        def __eq__(self, other):
            Node.compared += 1
            if Node.compared > 10 * length:
                raise RuntimeError(
                    f"{Node.compared} comparisons of one node with another "
                    f"in a chain of {length} nodes, and still going"
                )
            return self is other

        __hash__ = object.__hash__

        def _backward(self):
            self._parents[0].grad -= self.grad

    first = node = Node(None)
    first._parents, first._backward = (), lambda: None
    for _ in range(length):
        node = Node(node)
    module.backward(node)
    return float(first.grad)


@case("nodes are looked up, not compared one by one")
def looked_up(learner):
    for length in (500, 501):
        got = long_chain(learner, length)
        assert_close(got, (-1.0) ** length, what="the leaf's grad")


@case("a chain of 20,000 nodes is no trouble")
def deep(learner):
    assert_close(long_chain(learner, 20_000), 1.0, what="the leaf's grad")
