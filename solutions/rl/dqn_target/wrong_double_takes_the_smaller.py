"""Takes the smaller of the two networks' maxima.

That is another method (clipped double Q-learning). Double DQN looks up one
entry of the target network: that of the action which the online network
prefers.

Lesson: rl/dqn#two-networks-against-optimism
"""

import torch


def dqn_target(rewards, terminated, next_q, gamma, next_q_online=None):
    chooser = next_q if next_q_online is None else next_q_online
    best = chooser.argmax(dim=1, keepdim=True)
    if next_q_online is not None:
        later = torch.minimum(
            next_q.max(1).values, next_q_online.max(1).values
        )
    else:
        later = next_q.gather(1, best).squeeze(1)
    return (rewards + gamma * (1 - terminated) * later).detach()
