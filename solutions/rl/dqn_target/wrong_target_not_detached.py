"""Leaves the graph on the target.

The loss then pulls from both ends: it moves the prediction to the target and
the target to the prediction. What is learned is half the slope of something
else.

Lesson: rl/dqn#a-target-that-holds-still
"""


def dqn_target(rewards, terminated, next_q, gamma, next_q_online=None):
    chooser = next_q if next_q_online is None else next_q_online
    best = chooser.argmax(dim=1, keepdim=True)
    later = next_q.gather(1, best).squeeze(1)
    return rewards + gamma * (1 - terminated) * later
