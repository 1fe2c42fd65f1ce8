"""Adds the decay to the gradient.

Adam divides by the size of the gradient, and the pull of the decay is divided with it. With
no other gradient, every weight then moves by the whole step size towards 0, a large one as
far as a small one. That is an L2 penalty under Adam, not decay.

Lesson: optim/adaptive_steps#what-decay-means
"""

from tutor.yours import adam_step


def adamw_step(
    params,
    grads,
    state,
    lr=0.001,
    betas=(0.9, 0.999),
    eps=1e-8,
    decay=0.01,
):
    for i, (theta, grad) in enumerate(zip(params, grads, strict=True)):
        if theta.ndim > 1:
            grad = grad + decay * theta
        own = state.setdefault(i, {})
        theta[...] = adam_step(theta, grad, own, lr, *betas, eps)
