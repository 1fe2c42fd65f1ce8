"""Sums kept as detached tensors; the gradient cleared after each step too."""

import torch


def fit(model, loader, opt, loss_fn):
    mode = model.training
    model.train(True)
    model.zero_grad()
    total = torch.zeros((), dtype=torch.float64)
    samples = 0
    for features, targets in loader:
        loss = loss_fn(model(features), targets)
        total += loss.detach() * targets.numel()
        samples += targets.numel()
        loss.backward()
        opt.step()
        opt.zero_grad(set_to_none=True)
    if not mode:
        model.eval()
    return (total / samples).item()


def evaluate(model, loader, loss_fn):
    mode = model.training
    model.train(False)
    grads = torch.is_grad_enabled()
    torch.set_grad_enabled(False)
    sums = torch.zeros(3, dtype=torch.float64)
    for features, targets in loader:
        out = model(features)
        n = targets.numel()
        good = torch.count_nonzero(out.argmax(-1) == targets)
        sums += torch.stack([loss_fn(out, targets).double() * n, good, good])
        sums[2] += n - good
    torch.set_grad_enabled(grads)
    model.train(mode)
    return tuple((sums[:2] / sums[2]).tolist())
