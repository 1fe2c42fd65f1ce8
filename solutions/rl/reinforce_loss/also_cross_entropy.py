"""As a weighted cross-entropy: the actions are the labels."""

from torch.nn.functional import cross_entropy


def reinforce_loss(logits, actions, returns, episodes, baseline=None):
    surprise = cross_entropy(logits, actions, reduction="none")
    worth = returns.detach()
    if baseline is not None:
        worth = worth - baseline.detach()
    return sum(s * w for s, w in zip(surprise, worth, strict=True)) / episodes
