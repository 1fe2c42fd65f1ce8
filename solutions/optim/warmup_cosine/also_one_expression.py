"""Another right way: one expression with min and max."""

from math import cos, pi


def lr_at(step, base, warmup, total, floor=0.0):
    rest = max(0, min(step, total) - warmup)
    angle = pi * rest / (total - warmup)
    peak = base if step >= warmup else step * base / max(warmup, 1)
    return peak - (base - floor) * 0.5 * (1 - cos(angle))
