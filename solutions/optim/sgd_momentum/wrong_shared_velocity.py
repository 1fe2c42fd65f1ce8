"""Keeps one velocity for all arrays.

With shapes that fit each other, the weights of one layer are pushed along by the gradients
of another, and no error says so. Each array needs a velocity of its own under a key of its
own.

Lesson: optim/momentum#a-low-pass-filter
"""


def sgd_step(params, grads, state, lr, momentum=0.0, nesterov=False):
    for theta, grad in zip(params, grads, strict=True):
        velocity = momentum * state.get("velocity", 0.0) + grad
        state["velocity"] = velocity
        ahead = grad + momentum * velocity if nesterov else velocity
        theta -= lr * ahead
