"""Another right way: the largest of scores with Gumbel noise."""

import torch


def draw(logits, temperature, top_k, generator):
    z = logits.detach() / temperature
    chosen = (
        z.topk(top_k).indices
        if top_k and top_k < z.numel()
        else torch.arange(z.numel())
    )
    noise = torch.rand(len(chosen), generator=generator, dtype=torch.float64)
    noise = -torch.log(-torch.log(noise.clamp(1e-300, 1 - 1e-16)))
    return int(chosen[(z[chosen].double() + noise).argmax()])


def sample(step, start, stop, max_length, temperature, top_k, generator):
    def more(symbol, state, left):
        if left == 0:
            return []
        logits, state = step(symbol, state)
        symbol = draw(logits, temperature, top_k, generator)
        if symbol == stop:
            return []
        return [symbol, *more(symbol, state, left - 1)]

    return more(start, None, max_length)
