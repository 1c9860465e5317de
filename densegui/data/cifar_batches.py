"""CIFAR's files one by one: binary records, Python batches, and the names of the classes."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from densegui.data.errors import DataError, excerpt
from densegui.data.loading import Loading
from densegui.data.safe_pickle import UnsafeError, loading

if TYPE_CHECKING:
    from numpy.typing import NDArray

FEATURES: Final = 3 * 32 * 32
FILE_MOST: Final = 256 << 20
"""Bytes of one file; the largest of the real ones has 155 MB."""

META: Final = ("batches.meta", "meta", "batches.meta.txt", "fine_label_names.txt")
"""Names of the files with the names of the classes."""

_ROLES: Final = (
    ("train", re.compile(r"(data_batch_\d{1,4}|train)(\.bin)?")),
    ("test", re.compile(r"test(_batch)?(\.bin)?")),
    ("meta", re.compile("|".join(map(re.escape, META)))),
)
_LABELS_MOST: Final = 1000
_GET: Final = "Get the files of CIFAR again."


@dataclass(frozen=True, slots=True)
class Batch:
    """What one file holds.

    Attributes:
        pixels: (N, 3072) uint8, one channel after the other.
        labels: (N,) int64.
        classes: how many there are: 10 or, of CIFAR-100, 100.
        sample_names: of the pictures, or empty.
    """

    pixels: NDArray[np.uint8]
    labels: NDArray[np.int64]
    classes: int = 10
    sample_names: tuple[str, ...] = ()


def role(filename: str) -> str:
    """Returns what a file of that name holds: ``"train"``, ``"test"`` or ``"meta"``; "" for another name."""
    return next((name for name, pattern in _ROLES if pattern.fullmatch(filename)), "")


def check_size(count: int, name: str, filename: str) -> None:
    """Raises DataError if a file is too large to be one of CIFAR's, or has not the size of whole records."""
    if count > FILE_MOST:
        raise DataError(
            f"{name}: expected files of CIFAR of at most {FILE_MOST:,} bytes, found {count:,}. {_GET}"
        )
    if filename.endswith(".bin") and count % (FEATURES + 1) and count % (FEATURES + 2):
        raise DataError(
            f"{name}: expected records of 3,073 bytes (a label and 3 × 1,024 pixels), found {count:,} bytes, "
            f"which are {count // (FEATURES + 1):,} records and {count % (FEATURES + 1):,} bytes. {_GET}"
        )


def batch(content: bytes, name: str) -> Generator[Loading, None, Batch]:
    """Reads the bytes of a file of pictures, binary or Python's.

    Args:
        content: the whole file.
        name: its name for sentences.

    Yields:
        0, as a point to cancel at.

    Raises:
        DataError: it is damaged, or something else than a batch of CIFAR.
    """
    if not content.startswith(b"\x80"):
        return _binary(content, name)
    values = yield from _unpickled(content, name)
    pixels, labels = values.get("data"), values.get("labels", values.get("fine_labels"))
    if not isinstance(pixels, np.ndarray) or labels is None:
        raise _no_batch(
            name, f"the entries {', '.join(map(excerpt, list(values)[:4])) or 'of an empty dict'}"
        )
    if (
        pixels.dtype != np.uint8
        or pixels.ndim < 2
        or not len(pixels)
        or pixels.size != len(pixels) * FEATURES
    ):
        raise _no_batch(name, f"data of shape {pixels.shape} and dtype {pixels.dtype}")
    count = len(pixels)
    names = _texts(values.get("filenames"), count)
    return Batch(
        pixels.reshape(count, -1), _labels(labels, count, name), 10 if "labels" in values else 100, names
    )


def class_names(content: bytes, filename: str, name: str) -> Generator[Loading, None, tuple[str, ...]]:
    """Reads the bytes of a file of class names.

    Args:
        content: the whole file.
        filename: its name, whose ending tells text from a pickle.
        name: its name for sentences.

    Yields:
        0, as a point to cancel at.

    Raises:
        DataError: it is damaged.
    """
    if filename.endswith(".txt"):
        found = content.decode("utf-8", "replace").split()
    else:
        values = yield from _unpickled(content, name)
        names = values.get("label_names", values.get("fine_label_names"))
        found = list(_texts(names, len(names))) if isinstance(names, (list, tuple)) else []
    if not 0 < len(found) <= _LABELS_MOST:
        raise DataError(f"{name}: expected the names of the classes of CIFAR, found {len(found):,}. {_GET}")
    return tuple(found)


def _binary(content: bytes, name: str) -> Batch:
    """Reads records of one label (CIFAR-10) or of two (CIFAR-100, whose second is the fine one)."""
    sentence = (
        f"{name}: expected records of 3,073 bytes of CIFAR, found {len(content):,} bytes of something else"
    )
    for labels, classes in ((1, 10), (2, 100)):
        width = labels + FEATURES
        if content and len(content) % width == 0:
            records = np.frombuffer(content, np.uint8).reshape(-1, width)
            values = records[:, labels - 1].astype(np.int64)
            wrong = np.flatnonzero(values >= classes)
            if not wrong.size:
                return Batch(records[:, labels:], values, classes)
            sentence = (
                f"{name}: expected a label from 0 to {classes - 1} at the beginning of every record, "
                f"found {values[wrong[0]]} in record {wrong[0] + 1:,}"
            )
    raise DataError(f"{sentence}. {_GET}")


def _unpickled(content: bytes, name: str) -> Generator[Loading, None, dict[str, Any]]:
    steps = loading(content)
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            value: object = stop.value
            break
        except UnsafeError as error:
            raise _no_batch(name, str(error)) from None
        yield Loading(0.0)
    if not isinstance(value, Mapping):
        raise _no_batch(name, f"a {type(value).__name__}")
    return {_text(key): entry for key, entry in value.items()}


def _no_batch(name: str, found: str) -> DataError:
    return DataError(
        f"{name} is a Python pickle, which is never read but for the batches of CIFAR: expected data and "
        f"labels of 32 × 32 colour pictures, found {found}. Save other arrays with numpy.save."
    )


def _labels(labels: object, count: int, name: str) -> NDArray[np.int64]:
    values = labels.tolist() if isinstance(labels, np.ndarray) else labels
    given: Iterable[object] = values if isinstance(values, (list, tuple)) else ()
    found = [value for value in given if type(value) is int and 0 <= value < _LABELS_MOST]
    if len(found) != count or not isinstance(values, (list, tuple)) or len(values) != count:
        raise _no_batch(name, f"{len(found):,} labels for {count:,} pictures")
    return np.array(found, np.int64)


def _texts(values: object, count: int) -> tuple[str, ...]:
    """Returns a list of texts of Python 2 or 3 as texts; nothing if there are not as many."""
    if not isinstance(values, (list, tuple)) or len(values) != count:
        return ()
    return tuple(map(_text, values))


def _text(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)[:1000]
