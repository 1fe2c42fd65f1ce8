"""Divides by the variance instead of its root.

A sample of spread 10 is then divided by 100, and comes out with spread 1/10; one of spread
1/10 comes out with spread 10. Only the root of the variance has the unit of the features.

Lesson: optim/normalisation#down-the-columns
"""


def layernorm(X, gamma, beta, eps=1e-5):
    centred = X - X.mean(axis=-1, keepdims=True)
    var = (centred**2).mean(axis=-1, keepdims=True)
    return gamma * centred / (var + eps) + beta
