"""Centres the series by the mean of all its values before the forecast.

The mean knows what is still to come. A forecast at time t may use the values
up to t and nothing else; that is tested by changing later ones.

Lesson: rnn/forecasting#one-step-one-index
"""

import numpy as np


def last_value(series: np.ndarray) -> np.ndarray:
    return series.copy()


def seasonal_naive(series: np.ndarray, season: int) -> np.ndarray:
    forecasts = np.full(len(series), np.nan)
    forecasts[season - 1 :] = series[: len(series) - season + 1]
    return forecasts


def fit_ar(series: np.ndarray, p: int) -> np.ndarray:
    inputs = _lagged(series, p)[:-1]
    return np.linalg.lstsq(inputs, series[p:], rcond=None)[0]


def forecast_ar(w: np.ndarray, series: np.ndarray) -> np.ndarray:
    p = len(w) - 1
    forecasts = np.full(len(series), np.nan)
    forecasts[p - 1 :] = _lagged(series, p) @ w
    forecasts[p - 1 :] += 0.01 * (series.mean() - series[p - 1 :])
    return forecasts


def _lagged(series, p):
    rows = np.lib.stride_tricks.sliding_window_view(series, p)[:, ::-1]
    return np.column_stack([np.ones(len(rows)), rows])
