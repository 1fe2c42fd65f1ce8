"""Another right way: one sample at a time."""

import math


def mode_report(samples, centers, sigma, least):
    hits = {}
    for sample in samples:
        far = [math.dist(sample, center) for center in centers]
        best = min(range(len(far)), key=far.__getitem__)
        if far[best] <= 3 * sigma:
            hits[best] = hits.get(best, 0) + 1
    covered = sum(1 for count in hits.values() if count >= least)
    return covered, sum(hits.values()) / len(samples)
