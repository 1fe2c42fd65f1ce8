"""Takes ordinary steps when asked to look ahead.

The argument is accepted and never read. The two kinds of step differ from the very first
one, where Nesterov's is 1 + momentum times as long.

Lesson: optim/momentum#looking-ahead
"""


def sgd_step(params, grads, state, lr, momentum=0.0, nesterov=False):
    for i, (theta, grad) in enumerate(zip(params, grads, strict=True)):
        velocity = momentum * state.get(i, 0.0) + grad
        state[i] = velocity
        ahead = velocity
        theta -= lr * ahead
