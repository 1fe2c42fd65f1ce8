r"""Adds the next state's value even where the episode ended.

After a terminal state nothing more is paid. Whatever the weights say about the
row that stands in `X_next` then is noise, and it is noise that feeds itself:
the values creep up to $r / (1 - \gamma)$. Look at what `terminated` does in
your target.

Lesson: rl/approximation#what-an-end-is-worth
"""


def td_step(w, X, rewards, X_next, terminated, gamma, rate):
    later = X_next @ w
    errors = rewards + gamma * later - X @ w
    return (w + rate * X.T @ errors / len(X), errors)
