"""`max` for the plain target, fancy indexing for the double one."""

import torch


@torch.no_grad()
def dqn_target(rewards, terminated, next_q, gamma, next_q_online=None):
    if next_q_online is None:
        future = next_q.max(dim=-1).values
    else:
        rows = torch.arange(len(next_q))
        future = next_q[rows, next_q_online.argmax(dim=-1)]
    return rewards + gamma * future * (terminated == 0)
