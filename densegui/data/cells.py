"""What one cell of a text table says: nothing, a number, a day, a text.

Cells are bytes dressed as Latin-1 (see ``text``), so only ASCII spaces are spaces here: a byte of a Korean
or French letter may look like another kind of space.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from datetime import date
from typing import Final

SPACES: Final = " \t\n\r\f\v"

_NUMBER: Final = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")
_COMMA_NUMBER: Final = re.compile(r"[+-]?[0-9]*,[0-9]+([eE][+-]?[0-9]+)?")
_YEAR_FIRST: Final = r"(?P<y>[0-9]{4})(?P<s>[-/.])(?P<m>[0-9]{1,2})(?P=s)(?P<d>[0-9]{1,2})"
_DAY_FIRST: Final = r"(?P<d>[0-9]{1,2})\.(?P<m>[0-9]{1,2})\.(?P<y>[0-9]{4})"
_TIME: Final = r"(?:[ T](?P<h>[0-9]{1,2}):(?P<min>[0-9]{2})(?::(?P<sec>[0-9]{2}(?:\.[0-9]{1,9})?))?Z?)?"
_DATES: Final = (re.compile(_YEAR_FIRST + _TIME), re.compile(_DAY_FIRST + _TIME))
_EPOCH: Final = date(1970, 1, 1).toordinal()
_NO_TEXT: Final = frozenset({"", "na", "n/a", "#n/a", "<na>", "nan", "null", "?"})
_NO_NUMBER: Final = _NO_TEXT | frozenset(
    {"none", "nil", "-", ".", "missing"}
    | {sign + word for sign in ("", "+", "-") for word in ("inf", "infinity", "nan")}
)


def is_missing(cell: str) -> bool:
    """Whether a cell among numbers says that there is none: empty, "nan", "NA", "inf" and the like."""
    return cell.strip(SPACES).lower() in _NO_NUMBER


def is_missing_text(cell: str) -> bool:
    """Whether a cell among texts says that there is none. "none" and "-" may be answers here."""
    return cell.strip(SPACES).lower() in _NO_TEXT


def is_number(cell: str, decimal: str) -> bool:
    """Whether a cell is a number written with this decimal sign."""
    text = cell.strip(SPACES)
    return bool(_NUMBER.fullmatch(text if decimal == "." else text.replace(",", ".")))


def has_decimal_comma(cell: str) -> bool:
    """Whether a cell is a number with a comma as its decimal sign."""
    return bool(_COMMA_NUMBER.fullmatch(cell.strip(SPACES)))


def number(cell: str, decimal: str) -> float | None:
    """Returns the number in a cell, or None; what float64 cannot hold is infinite."""
    text = cell.strip(SPACES)
    if decimal == ",":
        text = text.replace(",", ".")
    return float(text) if _NUMBER.fullmatch(text) else None


def numbers(cells: Sequence[str], decimal: str) -> list[float] | None:
    """Returns the numbers in cells if every one is a finite number, the quick way; else None."""
    texts = [cell.replace(",", ".") for cell in cells] if decimal == "," else cells
    try:
        found = list(map(float, texts))
    except ValueError:
        return None
    # float understands more than a table shall: 1_000, nan, infinity, digits and spaces of other scripts.
    if not all(map(math.isfinite, found)) or "_" in (joined := "".join(texts)) or not joined.isascii():
        return None
    return found


def days(cell: str) -> float | None:
    """Returns a day, perhaps with a time, as days since 1970-01-01; None if the cell holds none.

    Year, month and day are parted by ``-``, ``/`` or ``.``; day, month and year by ``.`` alone, because
    with slashes nobody can tell which comes first.
    """
    text = cell.strip(SPACES)
    for pattern in _DATES:
        if match := pattern.fullmatch(text):
            try:
                whole = date(int(match["y"]), int(match["m"]), int(match["d"])).toordinal() - _EPOCH
            except ValueError:
                return None
            hours, minutes, seconds = int(match["h"] or 0), int(match["min"] or 0), float(match["sec"] or 0)
            if hours > 23 or minutes > 59 or seconds >= 60:
                return None
            return whole + (hours * 3600 + minutes * 60 + seconds) / 86400
    return None
