"""Another right way: one uniform number against cumulated shares."""

import torch


def draw(logits, temperature, top_k, generator):
    order = torch.argsort(logits, descending=True)
    if top_k is not None:
        order = order[:top_k]
    z = logits[order].double()
    weight = torch.exp((z - z[0]) / temperature)
    total = torch.cumsum(weight, dim=0)
    u = torch.rand((), generator=generator, dtype=torch.float64) * total[-1]
    place = int((total <= u).sum())
    return order[place].item()


def sample(step, start, stop, max_length, temperature, top_k, generator):
    text = [start]
    memory = None
    for _ in range(max_length):
        scores, memory = step(text[-1], memory)
        nxt = draw(scores.detach(), temperature, top_k, generator)
        if nxt == stop:
            return text[1:]
        text.append(nxt)
    return text[1:]
