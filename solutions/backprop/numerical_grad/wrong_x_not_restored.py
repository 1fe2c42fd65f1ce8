"""Moves on to the next entry without putting the last one back.

From the second entry on, f is asked near a point that has drifted away from x,
and at the end the caller's own array is lower by h in every entry. The slopes
are off by about h times the curvature: too little to see, enough to spoil a
comparison. What you change for a question has to be as before when you ask the
next one.

Lesson: backprop/sensitivity#every-coordinate-one-at-a-time
"""

import numpy as np


def numerical_grad(f, x, h=1e-5):
    point = np.asarray(x, dtype=np.float64)
    gradient = np.empty_like(point)
    for index in np.ndindex(point.shape):
        kept = point[index]
        point[index] = kept + h
        above = f(point)
        point[index] = kept - h
        below = f(point)
        gradient[index] = (above - below) / (2 * h)
    return gradient
