"""Takes the online network's own maximum.

Whoever both chooses and judges is an optimist. The online network may only
choose.

Lesson: rl/dqn#two-networks-against-optimism
"""


def dqn_target(rewards, terminated, next_q, gamma, next_q_online=None):
    chooser = next_q = next_q if next_q_online is None else next_q_online
    best = chooser.argmax(dim=1, keepdim=True)
    later = next_q.gather(1, best).squeeze(1)
    return (rewards + gamma * (1 - terminated) * later).detach()
