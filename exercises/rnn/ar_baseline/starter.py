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
    # TODO: the simplest forecast there is.
    raise NotImplementedError


def seasonal_naive(series: np.ndarray, season: int) -> np.ndarray:
    """Return forecasts: the next value will be the one a season before it.

    Args:
        series: values in the order of time, shape (T,).
        season: steps in a season, at least 1.

    Returns:
        Shape (T,): entry t is the forecast of value t + 1; NaN where there
        is no value a season before that.
    """
    # TODO: repeat the value a season before.
    raise NotImplementedError


def fit_ar(series: np.ndarray, p: int) -> np.ndarray:
    """Return the least-squares weights of an autoregression.

    Args:
        series: the values to learn from, shape (T,), T above 2 p.
        p: how many values it looks back.

    Returns:
        Shape (p + 1,): the constant, then the weights of the present value,
        the one before it, and so on.
    """
    # TODO: rows of the past, least squares.
    raise NotImplementedError


def forecast_ar(w: np.ndarray, series: np.ndarray) -> np.ndarray:
    """Return the forecasts of an autoregression.

    Args:
        w: as from `fit_ar`, shape (p + 1,).
        series: values in the order of time, shape (T,), T at least p.

    Returns:
        Shape (T,): entry t is the forecast of value t + 1; NaN where fewer
        than p values are known.
    """
    # TODO: the weights on every row of the past.
    raise NotImplementedError
