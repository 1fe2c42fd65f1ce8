"""Another right way: pads replaced before the loss, then ignored by index."""

import torch
import torch.nn as nn


def masked_sequence_loss(logits, targets, lengths):
    N, T, _V = logits.shape
    pad = torch.arange(T).expand(N, T) >= lengths.unsqueeze(1)
    clean = logits.masked_fill(pad.unsqueeze(2), 0.0)
    marked = targets.masked_fill(pad, -100)
    loss = nn.CrossEntropyLoss(ignore_index=-100)
    return loss(clean.transpose(1, 2), marked)
