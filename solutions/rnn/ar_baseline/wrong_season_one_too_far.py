"""Repeats the value one season before the present one.

The forecast is for t + 1, so the value to repeat is t + 1 − season. One off,
it forecasts July with the June of last year.

Lesson: rnn/forecasting#three-plain-forecasts
"""

import numpy as np


def last_value(series: np.ndarray) -> np.ndarray:
    return series.copy()


def seasonal_naive(series: np.ndarray, season: int) -> np.ndarray:
    forecasts = np.full(len(series), np.nan)
    forecasts[season:] = series[: len(series) - season]
    return forecasts


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
