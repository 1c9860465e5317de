"""Rows: what x may be beside an array, so that data that fit no memory can be run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


class Rows(Protocol):
    """Rows (N, features) that are computed or read when they are asked for; an array is one, too.

    The engine asks for slices of rows without a step, from several threads at once, never for all of many
    rows. The same row must have the same numbers each time, in whatever slice it comes.
    """

    @property
    def shape(self) -> tuple[int, ...]:
        """(N, features)."""

    @property
    def dtype(self) -> np.dtype[Any]:
        """Of the arrays that an index gives."""

    @property
    def ndim(self) -> int:
        """2."""

    def __len__(self) -> int: ...

    def __getitem__(self, index: Any, /) -> NDArray[Any]:
        """Rows as an array: (features,) of a number, (n, features) of a slice or an array of numbers."""

    def __array__(self, dtype: None = None, /, *, copy: bool | None = None) -> NDArray[Any]: ...


def is_on_demand(x: object) -> bool:
    """Whether ``x`` is rows that must be asked for piece by piece: two dimensions, but no array."""
    return (
        not isinstance(x, np.ndarray)
        and getattr(x, "ndim", None) == 2
        and isinstance(getattr(x, "dtype", None), np.dtype)
        and hasattr(x, "__len__")
        and hasattr(x, "__getitem__")
    )


def as_rows(x: ArrayLike) -> Rows:
    """Returns rows on demand as they are, and anything else as an array."""
    if is_on_demand(x):
        return x  # type: ignore[return-value]  # has just been looked at
    return np.asarray(x)
