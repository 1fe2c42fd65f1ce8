"""Another right way: np.roll for the season, a convolution for the forecast."""

import numpy as np


def last_value(series):
    return series + 0.0


def seasonal_naive(series, season):
    shifted = np.concatenate([np.full(season - 1, np.nan), series])
    return shifted[: len(series)]


def fit_ar(series, p):
    columns = [series[p - 1 - k : len(series) - 1 - k] for k in range(p)]
    A = np.stack([np.ones(len(series) - p), *columns], axis=1)
    Q, R = np.linalg.qr(A)
    return np.linalg.solve(R, Q.T @ series[p:])


def forecast_ar(w, series):
    made = np.convolve(series, w[1:])[: len(series)] + w[0]
    made[: len(w) - 2] = np.nan
    return made
