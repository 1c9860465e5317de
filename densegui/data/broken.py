"""Broken descriptions: checks of what a project file says about data, and the sentences for what is wrong."""

from __future__ import annotations

import math
from typing import Any, Final

from densegui.data.errors import DataError, excerpt

_BROKEN: Final = "The description of the data in the project is damaged: expected {expected}, found {found}."


def mapping(
    value: object, what: str, required: frozenset[str], optional: frozenset[str] = frozenset()
) -> dict[str, Any]:
    """Returns a JSON object that has these fields and no others.

    Raises:
        DataError: it is something else.
    """
    if not isinstance(value, dict) or not required <= set(value) <= required | optional:
        raise broken(f"{what} with {', '.join(sorted(required))}", value)
    return value


def broken(expected: str, found: object) -> DataError:
    """Returns the error of a description that is not what ``to_json`` writes."""
    words = "a number that is not finite" if isinstance(found, float) and not math.isfinite(found) else None
    return DataError(_BROKEN.format(expected=expected, found=words or excerpt(_shown(found))))


def _shown(value: object) -> str:
    if isinstance(value, int) and abs(value) > 10**40:
        return "a very large number"
    return repr(value)
