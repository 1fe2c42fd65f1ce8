"""Decays arrays with exactly two axes.

The weights of a convolution have four axes, and they would never decay. What is spared are
arrays with *one* axis.

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
        if theta.ndim == 2:
            theta *= 1 - lr * decay
        own = state.setdefault(i, {})
        theta[...] = adam_step(theta, grad, own, lr, *betas, eps)
