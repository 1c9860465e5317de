"""Cells that were copied from a spreadsheet: small, so a project file holds them as they are."""

from __future__ import annotations

import io
from collections.abc import Generator
from typing import Final

from densegui.data import table
from densegui.data.dataset import Dataset, Source, frozen_source
from densegui.data.dialect import DELIMITERS
from densegui.data.errors import DataError, size
from densegui.data.loading import Loading

MOST_BYTES: Final = 4_000_000
"""Bytes of text a project file may hold for one dataset."""

NAME: Final = "Pasted table"


def pasted_source(text: str) -> Source:
    """Returns the source of text that stands in it itself.

    Raises:
        TypeError: something that is not text.
        ValueError: too much text.
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be text, got {type(text).__name__}")
    length = len(text.encode("utf-8", "replace"))
    if length > MOST_BYTES:
        raise ValueError(f"text must have at most {size(MOST_BYTES)}, got {size(length)}")
    return frozen_source("pasted", text=text)


def reading(text: str) -> Generator[Loading, None, Dataset]:
    """Reads a table that was copied: cells parted by tabs or as in any text table, with names or without.

    Yields:
        The share that is read.

    Returns:
        The dataset; its source holds the text.

    Raises:
        DataError: the text is too long or no table.
    """
    try:
        source = pasted_source(text)
    except ValueError:
        raise DataError(
            f"{NAME}: expected at most {size(MOST_BYTES)} of text. Save the cells as a CSV file and load it."
        ) from None
    data = text.encode("utf-8", "replace")
    if not data.strip():
        raise DataError(f"{NAME}: the clipboard holds no text. Copy cells with numbers and paste again.")
    # A spreadsheet parts cells by tabs, and then commas belong to numbers or texts.
    delimiters = ("\t",) if "\t" in text else DELIMITERS
    return (yield from table.reading(io.BytesIO(data), NAME, len(data), source, delimiters=delimiters))
