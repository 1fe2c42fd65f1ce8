"""Takes 0.9 as the momentum when none is given.

A call without `momentum` asks for plain gradient descent. With 0.9 in its place the steps
grow to ten times their length, and a step size that was safe no longer is.

Lesson: optim/momentum#how-much-it-helps
"""


def sgd_step(params, grads, state, lr, momentum=0.9, nesterov=False):
    for i, (theta, grad) in enumerate(zip(params, grads, strict=True)):
        velocity = momentum * state.get(i, 0.0) + grad
        state[i] = velocity
        ahead = grad + momentum * velocity if nesterov else velocity
        theta -= lr * ahead
