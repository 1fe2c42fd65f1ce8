"""Squares instead of doubling.

The two agree at 0 and 2 only.

Lesson: tiny/first#doubling
"""


def double(x):
    return x**2
