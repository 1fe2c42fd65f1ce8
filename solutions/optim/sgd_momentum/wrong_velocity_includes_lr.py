"""Puts the step size into the velocity.

At a constant step size both forms take the same steps. When the step size falls, the
velocity still holds steps of the old length, and it takes about 1/(1 - momentum) steps
until the new one counts. Look at where the step size is multiplied in, and when.

Lesson: optim/momentum#two-ways-to-write-it
"""


def sgd_step(params, grads, state, lr, momentum=0.0, nesterov=False):
    for i, (theta, grad) in enumerate(zip(params, grads, strict=True)):
        velocity = momentum * state.get(i, 0.0) + lr * grad
        state[i] = velocity
        ahead = lr * grad + momentum * velocity if nesterov else velocity
        theta -= ahead
