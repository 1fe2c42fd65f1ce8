"""Takes one maximum over the whole batch.

All transitions are promised the future of the luckiest one. Take the maximum
along the actions, row by row.

Lesson: rl/dqn#a-target-that-holds-still
"""


def dqn_target(rewards, terminated, next_q, gamma, next_q_online=None):
    chooser = next_q if next_q_online is None else next_q_online
    best = chooser.argmax(dim=1, keepdim=True)
    if next_q_online is None:
        later = next_q.max()
        return (rewards + gamma * (1 - terminated) * later).detach()
    later = next_q.gather(1, best).squeeze(1)
    return (rewards + gamma * (1 - terminated) * later).detach()
