"""Squeezes away the batch when it holds one transition.

`squeeze()` without an axis removes every axis of size 1, also that of the
batch. Name the axis.

Lesson: rl/dqn#a-target-that-holds-still
"""


def dqn_target(rewards, terminated, next_q, gamma, next_q_online=None):
    chooser = next_q if next_q_online is None else next_q_online
    best = chooser.argmax(dim=1, keepdim=True)
    later = next_q.gather(1, best).squeeze(1)
    return (rewards + gamma * (1 - terminated) * later).squeeze().detach()
