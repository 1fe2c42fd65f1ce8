"""Weighs the new gradient by 1 - momentum.

That makes the velocity a true average, and every step shorter by the factor 1 - momentum: a
tenth at 0.9. A step size that was tuned for one form is wrong for the other. Compare the
very first step with that of plain descent.

Lesson: optim/momentum#two-ways-to-write-it
"""


def sgd_step(params, grads, state, lr, momentum=0.0, nesterov=False):
    for i, (theta, grad) in enumerate(zip(params, grads, strict=True)):
        velocity = momentum * state.get(i, 0.0) + (1 - momentum) * grad
        state[i] = velocity
        ahead = grad + momentum * velocity if nesterov else velocity
        theta -= lr * ahead
