"""Where values lie on an axis: scales, nice ticks and their short labels."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

# Beyond this, differences of float64 values overflow.
_LARGEST = 1e300
_SMALLEST = 1e-300
_SUFFIXES = ("", "k", "M", "G", "T")


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from `low` to `high`, linear or logarithmic; `low` < `high`."""

    low: float
    high: float
    log: bool = False

    def place(self, values: npt.ArrayLike) -> Floats:
        """Return where values lie: 0 at `low`, 1 at `high`, NaN if nowhere.

        A value has no place when it is not finite, or not positive on a log scale.
        Values far outside the axis are somewhere outside.
        """
        numbers = finite_or_nan(values)
        if self.log:
            return self._place_log(numbers)
        span = self.high - self.low
        return (np.clip(numbers, self.low - span, self.high + span) - self.low) / span

    def _place_log(self, numbers: Floats) -> Floats:
        numbers = np.where(numbers > 0, np.maximum(numbers, _SMALLEST), np.nan)
        bottom = math.log10(self.low)
        return (np.log10(numbers) - bottom) / (math.log10(self.high) - bottom)

    def ticks(self, count: int, *, whole: bool = False) -> tuple[float, ...]:
        """Return about `count` round values on the axis, ascending.

        Args:
            count: how many there is room for, at least 1.
            whole: whether fractions make no sense (step numbers).
        """
        if self.log:
            return log_ticks(self.low, self.high, count)
        return linear_ticks(self.low, self.high, count, whole=whole)


def finite_or_nan(values: npt.ArrayLike) -> Floats:
    """Return `values` as floats, NaN for what is not finite, huge ones cut to 1e300."""
    numbers = np.asarray(values, dtype=np.float64)
    finite = np.isfinite(numbers)
    if not finite.all():
        numbers = np.where(finite, numbers, np.nan)
    return np.clip(numbers, -_LARGEST, _LARGEST)


def fit_scale(
    values: npt.ArrayLike, *, log: bool = False, from_zero: bool = False
) -> Scale:
    """Return a scale that shows all values it can.

    Args:
        values: any numbers, any shape; may be empty.
        log: logarithmic; values that are not positive are left out.
        from_zero: start a linear axis at 0 when the values come near it.
    """
    numbers = finite_or_nan(values).ravel()
    numbers = numbers[numbers > 0] if log else numbers[~np.isnan(numbers)]
    if not numbers.size:
        return Scale(0.1, 1.0, log) if log else Scale(0.0, 1.0)
    low, high = float(numbers.min()), float(numbers.max())
    if log:
        return _log_scale(max(low, _SMALLEST), max(high, _SMALLEST))
    if from_zero and 0 < low < 0.25 * high:
        low = 0.0
    return Scale(*_widen(low, high))


def _log_scale(low: float, high: float) -> Scale:
    if high <= low * (1 + 1e-9):
        low, high = max(low / 10, _SMALLEST / 10), high * 10
    return Scale(low, high, log=True)


def _widen(low: float, high: float) -> tuple[float, float]:
    """Return the range, made wider when it is a single value."""
    size = max(abs(low), abs(high))
    if size < 1e-280:
        return -1.0, 1.0
    if high - low > 1e-9 * size:
        return low, high
    return low - 0.1 * size, high + 0.1 * size


def linear_ticks(
    low: float, high: float, count: int, *, whole: bool = False
) -> tuple[float, ...]:
    """Return multiples of a 1-2-5 step between `low` and `high`, at most count + 1."""
    step = nice_step((high - low) / max(count, 1))
    if whole:
        step = max(step, 1.0)
    first, last = math.ceil(low / step - 1e-6), math.floor(high / step + 1e-6)
    return tuple(index * step + 0.0 for index in range(first, last + 1))


def nice_step(least: float) -> float:
    """Return the smallest 1, 2 or 5 times a power of ten that is at least `least`."""
    if not (math.isfinite(least) and least > 0):
        return 1.0
    exponent = math.floor(math.log10(least))
    factors = (1, 2, 5, 10)
    steps = [_power(exponent, factor) for factor in factors]
    return next((step for step in steps if step >= least * (1 - 1e-9)), steps[-1])


def _power(exponent: int, factor: int = 1) -> float:
    """Return the float nearest to ``factor * 10 ** exponent``."""
    return float(f"{factor}e{exponent}")


def log_ticks(low: float, high: float, count: int) -> tuple[float, ...]:
    """Return powers of ten between `low` and `high`, with 2 and 5 when few."""
    first = math.ceil(math.log10(low) - 1e-9)
    last = math.floor(math.log10(high) + 1e-9)
    decades = last - first + 1
    if decades < 2:
        return tuple(tick for tick in linear_ticks(low, high, count) if tick > 0)
    stride = max(1, math.ceil(decades / max(count, 1)))
    start = math.ceil(first / stride) * stride
    powers = [_power(exponent) for exponent in range(start, last + 1, stride)]
    if decades * 3 > count * 2:
        return tuple(powers)
    between = [_power(k, factor) for k in range(first - 1, last + 1) for factor in (2, 5)]
    return tuple(sorted(powers + [tick for tick in between if low <= tick <= high]))


def tick_labels(ticks: Sequence[float], *, log: bool = False) -> tuple[str, ...]:
    """Return labels just long enough to tell the ticks apart."""
    gaps = [after - before for before, after in pairwise(ticks)]
    step = min(gaps, default=0.0)
    return tuple(tick_label(tick, tick if log else step or tick) for tick in ticks)


def tick_label(value: float, step: float) -> str:
    """Return a short label, exact to `step`: ``0.001``, ``1e-5``, ``1.2k``."""
    if value == 0:
        return "0"
    size = math.floor(math.log10(abs(value)) + 1e-9)
    fine = math.floor(math.log10(abs(step)) + 1e-9) if step else size
    leading = abs(step) / _power(fine) if step else 1.0
    # The last digit of a step such as 0.25 lies below its leading one.
    if abs(leading - round(leading)) > 1e-6 and fine >= size - 3:
        fine -= 1
    if size < -3 or size >= 3 * len(_SUFFIXES):
        return scientific(value, min(max(size - fine, 0), 6))
    power = max(size // 3, 0)
    digits = min(max(3 * power - fine, 0), 6)
    return f"{value / _power(3 * power):.{digits}f}{_SUFFIXES[power]}"


def scientific(value: float, digits: int) -> str:
    """Return such as ``1.2e-5``, with so many digits after the point."""
    return _unpadded(f"{value:.{digits}e}")


def _unpadded(text: str) -> str:
    """Return ``1e-05`` as ``1e-5``."""
    mantissa, exponent = text.split("e")
    return f"{mantissa}e{int(exponent)}"


def short(value: float, significant: int = 4) -> str:
    """Return a number for reading: ``0.1234``, ``1.2e-5``, ``NaN``, ``inf``."""
    if not math.isfinite(value):
        return "NaN" if math.isnan(value) else ("inf" if value > 0 else "-inf")
    text = f"{value:.{significant}g}"
    if "e" not in text:
        return text
    if 1 <= abs(value) < 1e7:
        return f"{value:.0f}"
    return _unpadded(text)
