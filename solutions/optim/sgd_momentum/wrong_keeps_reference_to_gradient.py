"""Stores the caller's gradient array as the first velocity.

Velocity and gradient are then one array. When the caller writes the next gradient into it,
the velocity changes as well, and from then on the gradient counts twice. Store a copy, or
the result of a sum, which is a new array.

Lesson: optim/momentum#a-low-pass-filter
"""


def sgd_step(params, grads, state, lr, momentum=0.0, nesterov=False):
    for i, (theta, grad) in enumerate(zip(params, grads, strict=True)):
        velocity = momentum * state[i] + grad if i in state else grad
        state[i] = velocity
        ahead = grad + momentum * velocity if nesterov else velocity
        theta -= lr * ahead
