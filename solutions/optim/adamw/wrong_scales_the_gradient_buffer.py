"""Works on the caller's gradient array.

To save memory the gradient is turned into the step in place. The caller still needs it: to
print its norm, or to add up several batches.

Lesson: optim/adaptive_steps#two-averages
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
            theta *= 1 - lr * decay
        own = state.setdefault(i, {})
        grad -= adam_step(theta, grad, own, lr, *betas, eps) - theta + grad
        theta -= grad
