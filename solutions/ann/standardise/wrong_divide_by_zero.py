"""Divides constant columns by 0.

In the digits some pixels are never inked, so their column is constant. 0/0 is NaN there,
and after the first product one NaN column has spread to every unit of the network. Decide
what the scale of such a column is before you divide by it.

Lesson: ann/measuring#split-before-you-look
"""


def standardise(train, *others):
    mean, scale = train.mean(axis=0), train.std(axis=0)
    return tuple((part - mean) / scale for part in (train, *others))
