"""Turns the caller's gradient into the step.

Saving one array costs the caller the gradient: its norm, printed after the step, is that of
something else, and gradients that are added up over several batches are ruined.

Lesson: optim/momentum#a-low-pass-filter
"""


def sgd_step(params, grads, state, lr, momentum=0.0, nesterov=False):
    for i, (theta, grad) in enumerate(zip(params, grads, strict=True)):
        velocity = momentum * state.get(i, 0.0) + grad
        state[i] = velocity
        grad += momentum * velocity if nesterov else velocity - grad
        theta -= lr * grad
