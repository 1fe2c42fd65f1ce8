"""Baselines for a time series: last value, seasonal, and autoregression."""

import numpy as np


def last_value(series: np.ndarray) -> np.ndarray:
    """Return forecasts: the next value will be the present one.

    Args:
        series: values in the order of time, shape (T,).

    Returns:
        Shape (T,): entry t is the forecast of value t + 1, from values up to
        t.
    """
    return series.copy()


def seasonal_naive(series: np.ndarray, season: int) -> np.ndarray:
    """Return forecasts: the next value will be the one a season before it.

    Args:
        series: values in the order of time, shape (T,).
        season: steps in a season, at least 1.

    Returns:
        Shape (T,): entry t is the forecast of value t + 1; NaN where there
        is no value a season before that.
    """
    forecasts = np.full(len(series), np.nan)
    # Value t + 1 - season is the one to repeat.
    forecasts[season - 1 :] = series[: len(series) - season + 1]
    return forecasts


def fit_ar(series: np.ndarray, p: int) -> np.ndarray:
    """Return the least-squares weights of an autoregression.

    Args:
        series: the values to learn from, shape (T,), T above 2 p.
        p: how many values it looks back.

    Returns:
        Shape (p + 1,): the constant, then the weights of the present value,
        the one before it, and so on.
    """
    inputs = _lagged(series, p)[:-1]
    return np.linalg.lstsq(inputs, series[p:], rcond=None)[0]


def forecast_ar(w: np.ndarray, series: np.ndarray) -> np.ndarray:
    """Return the forecasts of an autoregression.

    Args:
        w: as from `fit_ar`, shape (p + 1,).
        series: values in the order of time, shape (T,), T at least p.

    Returns:
        Shape (T,): entry t is the forecast of value t + 1; NaN where fewer
        than p values are known.
    """
    p = len(w) - 1
    forecasts = np.full(len(series), np.nan)
    forecasts[p - 1 :] = _lagged(series, p) @ w
    return forecasts


def _lagged(series, p):
    """Return one row per time from p - 1 on: 1, the value, those before it."""
    rows = np.lib.stride_tricks.sliding_window_view(series, p)[:, ::-1]
    return np.column_stack([np.ones(len(rows)), rows])
