"""Computes new parameters and forgets them.

`theta = theta - ...` binds the name to a new array; the array in the caller's list never
changes, and training stands still. Write into the array itself.

Lesson: optim/momentum#a-low-pass-filter
"""


def sgd_step(params, grads, state, lr, momentum=0.0, nesterov=False):
    for i, (theta, grad) in enumerate(zip(params, grads, strict=True)):
        velocity = momentum * state.get(i, 0.0) + grad
        state[i] = velocity
        ahead = grad + momentum * velocity if nesterov else velocity
        theta = theta - lr * ahead
