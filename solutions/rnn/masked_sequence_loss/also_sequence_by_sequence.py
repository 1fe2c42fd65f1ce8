"""Another right way: each sequence cut to its length, sums, one division."""

import torch


def masked_sequence_loss(logits, targets, lengths):
    total = logits.new_zeros(())
    for scores, truth, length in zip(logits, targets, lengths, strict=True):
        n = int(length)
        log_p = torch.log_softmax(scores[:n], dim=1)
        total = total - log_p[torch.arange(n), truth[:n]].sum()
    return total / lengths.sum()
