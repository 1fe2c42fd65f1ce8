"""Hooks as spies, real losses, and the steps recomputed by hand."""

import copy

import torch
import torch.nn.functional as F

X = torch.tensor([[1.0, -2.0], [0.5, 4.0], [-1.0, 1.5], [2.0, 3.0]]).double()
Y = torch.tensor([0, 1, 1, 0])
CUTS = [slice(0, 3), slice(3, 4)]


def epoch_by_hand(model, kept, soft):
    total = [torch.zeros_like(p) for p in model.parameters()]
    for cut in CUTS:
        scores = model(X[cut])
        scores = scores.softmax(1) if soft else scores
        loss = F.cross_entropy(scores, Y[cut])
        grads = torch.autograd.grad(loss, list(model.parameters()))
        total = [
            t + g if kept else g for t, g in zip(total, grads, strict=False)
        ]
        with torch.no_grad():
            for p, g in zip(model.parameters(), total, strict=False):
                p -= 0.5 * g
    return torch.cat([p.detach().flatten() for p in model.parameters()])


def find_bugs(fit, evaluate):
    bugs = set()
    torch.manual_seed(3)
    for mode in (True, False):
        for job in ("fit", "evaluate"):
            model = torch.nn.Linear(2, 2).double()
            model.train(mode)
            notes = []

            def hook(part, args, out):
                enabled = torch.is_grad_enabled()
                notes.append((part.training, enabled))  # noqa: B023

            loader = [(X[cut], Y[cut]) for cut in CUTS]
            twin = copy.deepcopy(model)
            handle = model.register_forward_hook(hook)
            if job == "evaluate":
                loss, _ = evaluate(model, loader, F.cross_entropy)
                if any(training for training, _ in notes):
                    bugs.add("evaluate mode")
                if any(enabled for _, enabled in notes):
                    bugs.add("graph built")
                true = F.cross_entropy(twin(X), Y).item()
                if abs(float(loss) - true) > 1e-6:
                    bugs.add("batch means")
            else:
                opt = torch.optim.SGD(model.parameters(), lr=0.5)
                out = fit(model, loader, opt, F.cross_entropy)
                if torch.is_tensor(out):
                    bugs.add("tensor returned")
                if not all(training for training, _ in notes):
                    bugs.add("fit mode")
                end = torch.cat([p.flatten() for p in model.parameters()])
                start = torch.cat([p.flatten() for p in twin.parameters()])
                if torch.equal(end, start):
                    bugs.add("no step")
                    bugs |= softened(fit, twin)
                else:
                    for kept in (False, True):
                        for soft in (False, True):
                            hand = epoch_by_hand(
                                copy.deepcopy(twin), kept, soft
                            )
                            if torch.allclose(hand, end, atol=1e-9):
                                bugs |= {"gradients kept"} if kept else set()
                                bugs |= {"double softmax"} if soft else set()
            handle.remove()
            if model.training != mode:
                bugs.add("mode left")
    return bugs


def softened(fit, model):
    seen = []

    def loss_fn(scores, y):
        seen.append(scores.detach().sum(1))
        return F.cross_entropy(scores, y)

    opt = torch.optim.SGD(model.parameters(), lr=0.5)
    fit(model, [(X[:3], Y[:3])], opt, loss_fn)
    if torch.allclose(seen[0], torch.ones(3).double()):
        return {"double softmax"}
    return set()
