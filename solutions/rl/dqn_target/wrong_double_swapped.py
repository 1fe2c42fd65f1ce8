"""Lets the target network choose and the online network judge.

It is the other way round. The online network is the one that acts; the target
network says what its choice is worth.

Lesson: rl/dqn#two-networks-against-optimism
"""


def dqn_target(rewards, terminated, next_q, gamma, next_q_online=None):
    chooser = next_q
    if next_q_online is not None:
        next_q = next_q_online
    best = chooser.argmax(dim=1, keepdim=True)
    later = next_q.gather(1, best).squeeze(1)
    return (rewards + gamma * (1 - terminated) * later).detach()
