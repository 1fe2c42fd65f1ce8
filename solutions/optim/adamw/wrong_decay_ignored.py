"""Takes Adam's step and leaves the weights undecayed.

The argument is there and nothing reads it. A matrix without a gradient must shrink all the
same.

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
        own = state.setdefault(i, {})
        theta[...] = adam_step(theta, grad, own, lr, *betas, eps)
