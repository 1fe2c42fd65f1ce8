"""Forgets the velocity between steps.

The velocity is computed, used, and never put into `state`, so each step starts from 0 and
this is plain gradient descent, at the price of momentum. What must last goes into the dict
that the caller keeps.

Lesson: optim/momentum#a-low-pass-filter
"""


def sgd_step(params, grads, state, lr, momentum=0.0, nesterov=False):
    for i, (theta, grad) in enumerate(zip(params, grads, strict=True)):
        velocity = momentum * state.get(i, 0.0) + grad
        ahead = grad + momentum * velocity if nesterov else velocity
        theta -= lr * ahead
