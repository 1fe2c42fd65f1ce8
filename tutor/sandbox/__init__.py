"""Confinement of the learner process, in layers that are probed and reported.

The threat model in one sentence: mishaps must never hurt the learner's machine or the app,
and a verdict cannot be had by trickery inside the submission; it is no wall for hostile
multi-user hosting.
"""
