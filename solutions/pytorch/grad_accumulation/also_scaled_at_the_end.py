"""Sums are accumulated; the gradients are divided just before the step."""


def train_epoch(model, micro_batches, opt, loss_fn, k, scheduler=None):
    parameters = [p for g in opt.param_groups for p in g["params"]]

    def finish(samples):
        for p in parameters:
            if p.grad is not None:
                p.grad.div_(samples)
        opt.step()
        opt.zero_grad()
        if scheduler:
            scheduler.step()

    opt.zero_grad()
    steps = pending = samples = 0
    for features, targets in micro_batches:
        n = targets.shape[0]
        (n * loss_fn(model(features), targets)).backward()
        pending, samples = pending + 1, samples + n
        if pending == k:
            finish(samples)
            steps, pending, samples = steps + 1, 0, 0
    if pending:
        finish(samples)
        steps += 1
    return steps
