"""Takes the missing values at the start from the end of the series.

`np.roll` moves what falls off at one end to the other: the first forecasts are
then made of the *last* year, which nobody knew. Where nothing is known the
forecast is NaN.

Lesson: rnn/forecasting#one-step-one-index
"""

import numpy as np


def last_value(series: np.ndarray) -> np.ndarray:
    return series.copy()


def seasonal_naive(series: np.ndarray, season: int) -> np.ndarray:
    return np.roll(series, season - 1)


def fit_ar(series: np.ndarray, p: int) -> np.ndarray:
    inputs = _lagged(series, p)[:-1]
    return np.linalg.lstsq(inputs, series[p:], rcond=None)[0]


def forecast_ar(w: np.ndarray, series: np.ndarray) -> np.ndarray:
    p = len(w) - 1
    forecasts = np.full(len(series), np.nan)
    forecasts[p - 1 :] = _lagged(series, p) @ w
    return forecasts


def _lagged(series, p):
    rows = np.lib.stride_tricks.sliding_window_view(series, p)[:, ::-1]
    return np.column_stack([np.ones(len(rows)), rows])
