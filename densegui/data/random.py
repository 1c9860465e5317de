"""Random data: normal and uniform values, the same on every system for the same seed."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING, Final

import numpy as np

from densegui.data import memory
from densegui.data.arguments import number, whole
from densegui.data.dataset import Dataset, Source, frozen_source
from densegui.data.loading import Loading, finish

if TYPE_CHECKING:
    from numpy.typing import NDArray

_CHUNK: Final = 1 << 19
_FLOAT32_MAX: Final = 3.4e38
_SIGMAS: Final = 40  # no normal value of float64 is further from the mean


def random_normal(
    rows: int, features: int, *, seed: int = 0, mean: float = 0.0, stddev: float = 1.0
) -> Dataset:
    """Draws from the normal distribution N(mean, stddev²).

    The values are those of ``numpy.random.default_rng(seed).normal(mean, stddev, (rows, features))``
    rounded to float32.

    Args:
        rows: number of samples, 1 or more.
        features: number of features, 1 or more.
        seed: which numbers; a whole number of 0 or more.
        mean: middle of the distribution.
        stddev: its standard deviation, 0 or more.

    Returns:
        A dataset with x (rows, features), float32.

    Raises:
        TypeError: an argument that is not a number, or not a whole one where it must be.
        ValueError: a number out of range.
        DataError: the rows do not fit into memory.
    """
    return finish(draw(normal_source(rows, features, seed=seed, mean=mean, stddev=stddev)))


def random_uniform(
    rows: int, features: int, *, seed: int = 0, low: float = 0.0, high: float = 1.0
) -> Dataset:
    """Draws from the uniform distribution between low and high.

    The values are those of ``numpy.random.default_rng(seed).uniform(low, high, (rows, features))``
    rounded to float32.

    Args:
        rows: number of samples, 1 or more.
        features: number of features, 1 or more.
        seed: which numbers; a whole number of 0 or more.
        low: lower end of the range.
        high: upper end of the range; not below ``low``.

    Returns:
        A dataset with x (rows, features), float32.

    Raises:
        TypeError: an argument that is not a number, or not a whole one where it must be.
        ValueError: a number out of range.
        DataError: the rows do not fit into memory.
    """
    return finish(draw(uniform_source(rows, features, seed=seed, low=low, high=high)))


def normal_source(
    rows: int, features: int, *, seed: int = 0, mean: float = 0.0, stddev: float = 1.0
) -> Source:
    """Returns the source of ``random_normal`` with these arguments, checked but not yet drawn."""
    mean, stddev = number("mean", mean), number("stddev", stddev)
    if stddev < 0:
        raise ValueError(f"stddev must be 0 or more, got {stddev:g}")
    if abs(mean) + _SIGMAS * stddev > _FLOAT32_MAX:
        raise ValueError(
            f"mean and stddev must keep values within ±3.4e38, the range of float32, "
            f"got mean={mean:g}, stddev={stddev:g}"
        )
    return frozen_source("normal", **_counts(rows, features, seed), mean=mean, stddev=stddev)


def uniform_source(rows: int, features: int, *, seed: int = 0, low: float = 0.0, high: float = 1.0) -> Source:
    """Returns the source of ``random_uniform`` with these arguments, checked but not yet drawn."""
    low, high = number("low", low), number("high", high)
    if low > high:
        raise ValueError(f"low must not be above high, got low={low:g}, high={high:g}")
    if max(-low, high) > _FLOAT32_MAX:
        raise ValueError(
            f"low and high must be within ±3.4e38, the range of float32, got low={low:g}, high={high:g}"
        )
    return frozen_source("uniform", **_counts(rows, features, seed), low=low, high=high)


def draw(source: Source) -> Generator[Loading, None, Dataset]:
    """Draws what a source of ``normal_source`` or ``uniform_source`` describes, chunk by chunk.

    Yields:
        The share that is drawn; every ``yield`` is a point to cancel at.

    Returns:
        The dataset; the numbers do not depend on the chunks.

    Raises:
        DataError: the rows do not fit into memory.
    """
    given = source.parameters
    rows, features = given["rows"], given["features"]
    rng = np.random.default_rng(given["seed"])
    total = rows * features
    memory.require(4 * total, f"Drawing {rows:,} × {features:,} numbers", "Ask for fewer rows or features.")
    values: NDArray[np.float32] = np.empty(total, np.float32)
    for start in range(0, total, _CHUNK):
        stop = min(start + _CHUNK, total)
        if source.kind == "normal":
            values[start:stop] = rng.normal(given["mean"], given["stddev"], stop - start)
        else:
            values[start:stop] = rng.uniform(given["low"], given["high"], stop - start)
        yield Loading(stop / total)
    word = "Normal" if source.kind == "normal" else "Uniform"
    return Dataset(f"{word} random data", values.reshape(rows, features), source)


def _counts(rows: int, features: int, seed: int) -> dict[str, int]:
    return {
        "rows": whole("rows", rows, 1),
        "features": whole("features", features, 1),
        "seed": whole("seed", seed, 0),
    }
