"""Keeps the velocities in a variable of the module.

Two networks trained in turns then share their velocities, and a second run starts with
those of the first. Results depend on what ran before, which no seed can repair. Use the
`state` that was handed over.

Lesson: optim/momentum#a-low-pass-filter
"""

VELOCITIES = {}


def sgd_step(params, grads, state, lr, momentum=0.0, nesterov=False):
    for i, (theta, grad) in enumerate(zip(params, grads, strict=True)):
        velocity = momentum * VELOCITIES.get((i, theta.shape), 0.0) + grad
        VELOCITIES[i, theta.shape] = velocity
        ahead = grad + momentum * velocity if nesterov else velocity
        theta -= lr * ahead
