"""Another right way: loops over time, normal equations."""

import numpy as np


def last_value(series):
    return np.array(list(series), dtype=float)


def seasonal_naive(series, season):
    out = []
    for t in range(len(series)):
        back = t + 1 - season
        out.append(series[back] if back >= 0 else np.nan)
    return np.array(out)


def row(series, t, p):
    return [1.0] + [series[t - k] for k in range(p)]


def fit_ar(series, p):
    A = np.array([row(series, t, p) for t in range(p - 1, len(series) - 1)])
    return np.linalg.solve(A.T @ A, A.T @ series[p:])


def forecast_ar(w, series):
    p = len(w) - 1
    out = np.full(len(series), np.nan)
    for t in range(p - 1, len(series)):
        out[t] = np.dot(w, row(series, t, p))
    return out
