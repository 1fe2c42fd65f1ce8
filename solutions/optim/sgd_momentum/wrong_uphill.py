"""Adds the step instead of subtracting it.

The gradient points uphill. With momentum the climb even gathers speed: the loss grows from
the first step on, whatever the step size.

Lesson: optim/step#one-direction
"""


def sgd_step(params, grads, state, lr, momentum=0.0, nesterov=False):
    for i, (theta, grad) in enumerate(zip(params, grads, strict=True)):
        velocity = momentum * state.get(i, 0.0) + grad
        state[i] = velocity
        ahead = grad + momentum * velocity if nesterov else velocity
        theta += lr * ahead
