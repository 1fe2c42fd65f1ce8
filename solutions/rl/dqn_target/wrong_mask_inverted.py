"""Counts the future only after an end.

The flag is 1 when the episode is over, so its complement is the factor. Now
every ordinary state is worth its reward alone.

Lesson: rl/dqn#ended-or-only-stopped
"""


def dqn_target(rewards, terminated, next_q, gamma, next_q_online=None):
    chooser = next_q if next_q_online is None else next_q_online
    best = chooser.argmax(dim=1, keepdim=True)
    later = next_q.gather(1, best).squeeze(1)
    return (rewards + gamma * terminated * later).detach()
