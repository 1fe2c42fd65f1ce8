"""Fills in 0 where there is no forecast yet.

A forecast of 0 degrees is a number that enters every mean. NaN says that there
is none.

Lesson: rnn/forecasting#one-step-one-index
"""

import numpy as np


def last_value(series: np.ndarray) -> np.ndarray:
    return series.copy()


def seasonal_naive(series: np.ndarray, season: int) -> np.ndarray:
    forecasts = np.zeros(len(series))
    forecasts[season - 1 :] = series[: len(series) - season + 1]
    return forecasts


def fit_ar(series: np.ndarray, p: int) -> np.ndarray:
    inputs = _lagged(series, p)[:-1]
    return np.linalg.lstsq(inputs, series[p:], rcond=None)[0]


def forecast_ar(w: np.ndarray, series: np.ndarray) -> np.ndarray:
    p = len(w) - 1
    forecasts = np.zeros(len(series))
    forecasts[p - 1 :] = _lagged(series, p) @ w
    return forecasts


def _lagged(series, p):
    rows = np.lib.stride_tricks.sliding_window_view(series, p)[:, ::-1]
    return np.column_stack([np.ones(len(rows)), rows])
