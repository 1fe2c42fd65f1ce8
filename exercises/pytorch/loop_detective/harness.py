"""Checks for pytorch/loop_detective: suspects, sound ones and others."""

from itertools import combinations

import torch

from tutor.harness import case, probe, require

BUGS = (
    "gradients kept",
    "no step",
    "fit mode",
    "evaluate mode",
    "mode left",
    "graph built",
    "batch means",
    "double softmax",
    "tensor returned",
)


@probe
def verdict(module, style, bugs):  # noqa: C901
    """Return what the learner's detective finds in such a suspect."""
    import contextlib

    def clear(model, opt):
        if style == 0:
            opt.zero_grad()
        elif style == 1:
            model.zero_grad(set_to_none=False)
        else:
            for p in model.parameters():
                p.grad = None

    def fit(model, loader, opt, loss_fn):
        was = model.training
        if "fit mode" not in bugs:
            model.train()
        total, count = 0.0, 0
        if style != 2 or "gradients kept" in bugs:
            clear(model, opt)
        for X, y in loader:
            if "gradients kept" not in bugs and style == 0:
                clear(model, opt)
            scores = model(X)
            if "double softmax" in bugs:
                scores = scores.softmax(dim=1)
            loss = loss_fn(scores, y)
            if "gradients kept" not in bugs and style == 2:
                clear(model, opt)
            loss.backward()
            if "no step" not in bugs:
                opt.step()
            if "gradients kept" not in bugs and style == 1:
                clear(model, opt)
            value = loss if "tensor returned" in bugs else loss.item()
            total = total + value * len(y)
            count += len(y)
        if "mode left" in bugs and style != 1:
            model.train()
        else:
            model.train(was)
        return total / count

    def evaluate(model, loader, loss_fn):
        was = model.training
        if "evaluate mode" not in bugs:
            model.eval()
        total, count, hits, batches = 0.0, 0, 0, 0
        quiet = torch.inference_mode if style == 2 else torch.no_grad
        if "graph built" in bugs:
            quiet = contextlib.nullcontext
        with quiet():
            for X, y in loader:
                scores = model(X)
                value = loss_fn(scores, y).item()
                batches += 1
                total += value if "batch means" in bugs else value * len(y)
                hits += (scores.argmax(dim=1) == y).sum().item()
                count += len(y)
        if "mode left" in bugs and style == 1:
            model.eval()
        else:
            model.train(was)
        mean = total / batches if "batch means" in bugs else total / count
        return mean, hits / count

    found = module.find_bugs(fit, evaluate)
    if type(found) not in (set, frozenset):
        return f"a {type(found).__name__}, not a set"
    return sorted(map(str, found))


def judged(learner, style, bugs):
    found = verdict(learner, style=style, bugs=sorted(bugs))
    require(not isinstance(found, str), f"find_bugs returned {found}")
    extra = sorted(set(found) - set(bugs))
    missed = sorted(set(bugs) - set(found))
    what = "a sound loop"
    if bugs:
        what = "a loop with " + " and ".join(map(repr, sorted(bugs)))
    require(not extra, f"{what} was accused of {', '.join(extra)}")
    require(not missed, f"in {what}, {', '.join(missed)} was not found")


@case("sound loops are not accused, whatever their style")
def sound(learner):
    for style in range(3):
        judged(learner, style, ())


@case("every bug is named when it comes alone")
def alone(learner):
    for bug in BUGS:
        for style in range(3):
            if bug == "mode left" and style == 1:
                continue
            judged(learner, style, (bug,))


@case("a mode that evaluate leaves behind is noticed too")
def left_by_evaluate(learner):
    judged(learner, 1, ("mode left",))


@case("of two bugs both are named")
def pairs(learner):
    for number, pair in enumerate(combinations(BUGS, 2)):
        if pair == ("gradients kept", "no step"):
            continue
        judged(learner, number % 3, pair)
