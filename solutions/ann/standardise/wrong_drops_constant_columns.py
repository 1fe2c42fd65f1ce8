"""Removes the columns that are constant in the training set.

A constant column teaches nothing, so dropping it is a reasonable idea in a project of
your own. Here others rely on the shape: column 17 must still be column 17, and an image
with pixels missing can no longer be drawn. The task gives every set back in its own
shape.

Lesson: ann/measuring#split-before-you-look
"""


def standardise(train, *others):
    varied = train.min(axis=0) != train.max(axis=0)
    mean, scale = train.mean(axis=0)[varied], train.std(axis=0)[varied]
    return tuple((part[:, varied] - mean) / scale for part in (train, *others))
