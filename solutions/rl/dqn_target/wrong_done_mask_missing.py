"""Adds a future where the episode has ended.

The network is told that a state after the end is worth something, and it will
be: the error feeds on itself. On CartPole the greedy agent then falls after
nine or ten steps.

Lesson: rl/dqn#ended-or-only-stopped
"""


def dqn_target(rewards, terminated, next_q, gamma, next_q_online=None):
    chooser = next_q if next_q_online is None else next_q_online
    best = chooser.argmax(dim=1, keepdim=True)
    later = next_q.gather(1, best).squeeze(1)
    return (rewards + gamma * later).detach()
