"""Steps as JSON for project files, and as the first format of these files wrote them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields
from types import MappingProxyType
from typing import Any, Final

from densegui.data.broken import broken, mapping
from densegui.data.errors import DataError
from densegui.data.steps import COLUMNS_MOST, STEPS, STEPS_MOST, PickColumns, Step, Transpose

_NAMES: Final[Mapping[str, type[Step]]] = MappingProxyType(
    {re.sub("(?<!^)([A-Z])", r"_\1", step.__name__).lower(): step for step in STEPS}
)


def to_json(steps: Sequence[Step]) -> list[dict[str, Any]]:
    """Returns steps as values that JSON knows."""
    names = {step: name for name, step in _NAMES.items()}
    return [
        {"step": names[type(step)]} | {part.name: _plain(getattr(step, part.name)) for part in fields(step)}
        for step in steps
    ]


def from_json(value: object) -> tuple[Step, ...]:
    """Returns the steps that ``to_json`` wrote, after checking everything about them.

    Raises:
        DataError: what is there was not written by ``to_json``.
    """
    if not isinstance(value, list) or len(value) > STEPS_MOST:
        raise broken(f"a list of at most {STEPS_MOST} steps", value)
    return tuple(_step(entry) for entry in value)


def from_first_format(columns: object, samples_in_columns: object) -> tuple[Step, ...]:
    """Returns the steps of a project file that knew only turning and a choice of columns.

    Raises:
        DataError: what is there was not written by any densegui.
    """
    if not isinstance(samples_in_columns, bool):
        raise broken("true or false for samples_in_columns", samples_in_columns)
    turning: tuple[Step, ...] = (Transpose(),) if samples_in_columns else ()
    if columns is None:
        return turning
    _check_columns(columns)
    return (*turning, _made(PickColumns, {"columns": columns}))


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _step(value: object) -> Step:
    name = value.get("step") if isinstance(value, dict) else value
    if not isinstance(name, str) or name not in _NAMES:
        raise broken(f"one of {', '.join(_NAMES)} as a step", name)
    kind = _NAMES[name]
    expected = frozenset({"step", *(part.name for part in fields(kind))})
    given = dict(mapping(value, f"the step {name}", expected))
    del given["step"]
    if not isinstance(given["enabled"], bool):
        raise broken("true or false for enabled", given["enabled"])
    if given.get("columns") is not None:
        _check_columns(given["columns"])
    return _made(kind, given)


def _check_columns(value: object) -> None:
    if not isinstance(value, list) or not 1 <= len(value) <= COLUMNS_MOST:
        raise broken("a list of columns", value)


def _made(kind: type[Step], given: Mapping[str, Any]) -> Step:
    try:
        return kind(**given)
    except (TypeError, ValueError) as error:
        raise DataError(f"The description of the data in the project is damaged: {error}.") from None
