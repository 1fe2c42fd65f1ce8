"""Takes the maximum along the batch instead of the actions.

Axis 0 is the batch. Every row is then judged by other rows.

Lesson: rl/dqn#a-target-that-holds-still
"""


def dqn_target(rewards, terminated, next_q, gamma, next_q_online=None):
    later = next_q.max(dim=0).values.mean().expand(len(next_q))
    return (rewards + gamma * (1 - terminated) * later).detach()
