"""Multiplies the last reward away.

Only what comes *after* an end is nothing. The reward of the last step was
paid.

Lesson: rl/dqn#ended-or-only-stopped
"""


def dqn_target(rewards, terminated, next_q, gamma, next_q_online=None):
    chooser = next_q if next_q_online is None else next_q_online
    best = chooser.argmax(dim=1, keepdim=True)
    later = next_q.gather(1, best).squeeze(1)
    return ((rewards + gamma * later) * (1 - terminated)).detach()
