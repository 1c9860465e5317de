"""Folders: the batches of CIFAR, or pictures."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path
from typing import Any

from densegui.data import cifar
from densegui.data.dataset import Dataset, Source
from densegui.data.errors import DataError
from densegui.data.loading import Loading


def reading(place: Path, name: str, source: Source, **options: Any) -> Generator[Loading, None, Dataset]:
    """Reads a folder.

    Args:
        place: the folder.
        name: its name for sentences.
        source: what the dataset shall say of where it came from.
        options: ``part`` of CIFAR.

    Yields:
        The share that is read.

    Returns:
        The dataset.

    Raises:
        DataError: it cannot be read, or holds nothing that is understood.
    """
    batches = False
    with os.scandir(place) as entries:
        for entry in entries:
            batches = batches or (cifar.is_batch(entry.name) and entry.is_file())
            yield Loading(0.0)
    if batches:
        return (yield from cifar.reading_folder(place, name, source, **options))
    raise DataError(f"{name} is a folder without batches of CIFAR.")
