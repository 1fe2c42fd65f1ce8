"""Lets (N,) meet (N, 1), which makes an (N, N) table.

Without `squeeze` the looked-up values are a column. Column against row gives
every pair of transitions, and a loss over it averages N² terms of which N are
meant.

Lesson: rl/dqn#a-target-that-holds-still
"""


def dqn_target(rewards, terminated, next_q, gamma, next_q_online=None):
    chooser = next_q if next_q_online is None else next_q_online
    best = chooser.argmax(dim=1, keepdim=True)
    later = next_q.gather(1, best)
    return (rewards + gamma * (1 - terminated) * later).detach()
