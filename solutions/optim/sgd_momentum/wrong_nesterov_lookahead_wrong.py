"""Looks ahead along the velocity without adding the gradient.

The step then is momentum times the velocity: the same direction as before, only shorter,
and no look ahead at all. Nesterov's step takes the new gradient in full, on top of the
velocity it expects for the next step.

Lesson: optim/momentum#looking-ahead
"""


def sgd_step(params, grads, state, lr, momentum=0.0, nesterov=False):
    for i, (theta, grad) in enumerate(zip(params, grads, strict=True)):
        velocity = momentum * state.get(i, 0.0) + grad
        state[i] = velocity
        ahead = momentum * velocity if nesterov else velocity
        theta -= lr * ahead
