"""Ignores the online network.

Chooser and judge are the same network again, and its lucky overestimates are
picked out by the maximum.

Lesson: rl/dqn#two-networks-against-optimism
"""


def dqn_target(rewards, terminated, next_q, gamma, next_q_online=None):
    chooser = next_q
    best = chooser.argmax(dim=1, keepdim=True)
    later = next_q.gather(1, best).squeeze(1)
    return (rewards + gamma * (1 - terminated) * later).detach()
