"""Takes the mean over actions instead of the best.

That is what the next state is worth to somebody who acts at random. Q-learning
asks what it is worth to somebody who acts best.

Lesson: rl/dqn#a-target-that-holds-still
"""


def dqn_target(rewards, terminated, next_q, gamma, next_q_online=None):
    chooser = next_q if next_q_online is None else next_q_online
    best = chooser.argmax(dim=1, keepdim=True)
    if next_q_online is None:
        later = next_q.mean(dim=1)
        return (rewards + gamma * (1 - terminated) * later).detach()
    later = next_q.gather(1, best).squeeze(1)
    return (rewards + gamma * (1 - terminated) * later).detach()
