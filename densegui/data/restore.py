"""Getting the rows of a Source again, and a Source as JSON for project files."""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Generator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any, Final

from densegui.data.dataset import Dataset, Source, frozen_source
from densegui.data.errors import DataError, excerpt
from densegui.data.files import reading
from densegui.data.loading import Loading
from densegui.data.options import OPTIONS, checked
from densegui.data.random import draw, normal_source, uniform_source
from densegui.data.shipped import BUILTINS, loading
from densegui.data.toy import TOYS, draw_toy, toy_source
from densegui.data.typed import typed_dataset, typed_source

_FIELDS: Final = frozenset({"kind", "parameters", "columns", "samples_in_columns"})
_BROKEN: Final = "The description of the data in the project is damaged: expected {expected}, found {found}."
_COLUMNS_MOST: Final = 1_000_000


def restoring(source: Source, base: Path | None = None) -> Generator[Loading, None, Dataset]:
    """Gets the rows of a source again: reads or draws, turns, then chooses columns.

    A file is looked for where it was relative to ``base`` first, so that a folder with the project and its
    data can be moved or copied as one, and then at its absolute path.

    Args:
        source: from a dataset or from ``from_json``.
        base: the folder of the project file, or None.

    Yields:
        The share that is done; every ``yield`` is a point to cancel at.

    Returns:
        The dataset as it was when the source was taken from it, unless the file has changed.

    Raises:
        DataError: the data are gone, changed their shape or cannot be used.
    """
    if source.kind == "file":
        options = {name: value for name, value in source.parameters.items() if name in OPTIONS}
        dataset = yield from reading(_place(source, base), **options)
    elif source.kind == "builtin":
        dataset = yield from loading(source.parameters["name"])
    elif source.kind == "typed":
        dataset = typed_dataset(_KINDS["typed"](dict(source.parameters)))
    elif source.kind == "toy":
        dataset = yield from draw_toy(_KINDS["toy"](dict(source.parameters)))
    else:
        dataset = yield from draw(_KINDS[source.kind](dict(source.parameters)))
    if source.samples_in_columns:
        dataset = dataset.transposed()
    if source.columns is None:
        return dataset
    if max(source.columns) >= dataset.features:
        raise DataError(
            f"{dataset.name}: the project uses its column {max(source.columns) + 1}, "
            f"and it has only {dataset.features} now. Load the data again and choose columns."
        )
    return dataset.with_columns(source.columns)


def to_json(source: Source, base: Path | None = None) -> dict[str, Any]:
    """Returns a source as values that JSON knows.

    Args:
        source: what to write down.
        base: the folder of the project file; a file's path is kept relative to it as well.
    """
    parameters = dict(source.parameters)
    if source.kind == "file":
        parameters.pop("relative", None)
        if base is not None and (relative := _relative(parameters["path"], base)) is not None:
            parameters["relative"] = relative
    return {
        "kind": source.kind,
        "parameters": parameters,
        "columns": None if source.columns is None else list(source.columns),
        "samples_in_columns": source.samples_in_columns,
    }


def from_json(value: object) -> Source:
    """Returns the source that ``to_json`` wrote, after checking everything about it.

    Raises:
        DataError: what is there was not written by ``to_json``.
    """
    fields = _mapping(value, "a description", _FIELDS)
    kind, parameters = fields["kind"], fields["parameters"]
    if not isinstance(kind, str) or kind not in _KINDS:
        raise _broken(f"one of {', '.join(_KINDS)} as the kind of data", kind)
    turned = fields["samples_in_columns"]
    if not isinstance(turned, bool):
        raise _broken("true or false for samples_in_columns", turned)
    return replace(_KINDS[kind](parameters), columns=_columns(fields["columns"]), samples_in_columns=turned)


def _place(source: Source, base: Path | None) -> Path:
    relative = source.parameters.get("relative")
    if base is not None and relative is not None:
        beside = base.joinpath(*PurePosixPath(relative).parts)
        if beside.exists():
            return beside
    return Path(source.parameters["path"])


def _relative(path: str, base: Path) -> str | None:
    try:
        return Path(os.path.relpath(path, base)).as_posix()
    except ValueError:  # another drive of Windows
        return None


def _file(parameters: object) -> Source:
    optional = frozenset({"relative", *OPTIONS})
    given = _mapping(parameters, "the path of a file", frozenset({"path"}), optional)
    paths = {name: given[name] for name in ("path", "relative") if name in given}
    for name, path in paths.items():
        if not isinstance(path, str) or not path or "\0" in path:
            raise _broken(f"text for {name}", path)
    try:
        options = checked({name: value for name, value in given.items() if name not in paths})
    except ValueError as error:
        raise DataError(f"The description of the data in the project is damaged: {error}.") from None
    return frozen_source("file", **paths, **options)


def _builtin(parameters: object) -> Source:
    name = _mapping(parameters, "the name of a built-in dataset", frozenset({"name"}))["name"]
    if not isinstance(name, str) or name not in BUILTINS:
        raise _broken(f"one of {', '.join(BUILTINS)} as the name of a built-in dataset", name)
    return frozen_source("builtin", name=name)


def _typed(parameters: object) -> Source:
    given = _mapping(parameters, "typed rows", frozenset({"name", "rows", "labels", "feature_names"}))
    try:
        return typed_source(**given)
    except (TypeError, ValueError) as error:
        raise DataError(f"The typed rows in the project are damaged: {error}.") from None


def _toy(parameters: object) -> Source:
    name = parameters.get("name") if isinstance(parameters, dict) else parameters
    if not isinstance(name, str) or name not in TOYS:
        raise _broken(f"one of {', '.join(TOYS)} as the name of toy data", name)
    names = {parameter.name for parameter in TOYS[name].parameters}
    given = _mapping(parameters, "the arguments of toy data", frozenset({"name", *names}))
    try:
        return toy_source(**given)
    except (TypeError, ValueError) as error:
        raise DataError(f"The toy data cannot be drawn: {error}.") from None


def _drawn(make: Callable[..., Source], *names: str) -> Callable[[object], Source]:
    def source(parameters: object) -> Source:
        expected = frozenset({"rows", "features", "seed", *names})
        given = _mapping(parameters, "the arguments of a random draw", expected)
        try:
            return make(**given)
        except (TypeError, ValueError) as error:
            raise DataError(f"The random data cannot be drawn: {error}.") from None

    return source


_KINDS: Final[Mapping[str, Callable[[object], Source]]] = MappingProxyType(
    {
        "file": _file,
        "builtin": _builtin,
        "typed": _typed,
        "toy": _toy,
        "normal": _drawn(normal_source, "mean", "stddev"),
        "uniform": _drawn(uniform_source, "low", "high"),
    }
)


def _columns(value: object) -> tuple[int, ...] | None:
    if value is None:
        return None
    if not isinstance(value, list) or not 1 <= len(value) <= _COLUMNS_MOST:
        raise _broken("a list of columns", value)
    for column in value:
        if isinstance(column, bool) or not isinstance(column, int) or column < 0:
            raise _broken("columns as whole numbers of 0 or more", column)
    return tuple(value)


def _mapping(
    value: object, what: str, required: frozenset[str], optional: frozenset[str] = frozenset()
) -> dict[str, Any]:
    if not isinstance(value, dict) or not required <= set(value) <= required | optional:
        raise _broken(f"{what} with {', '.join(sorted(required))}", value)
    return value


def _broken(expected: str, found: object) -> DataError:
    words = "a number that is not finite" if isinstance(found, float) and not math.isfinite(found) else None
    return DataError(_BROKEN.format(expected=expected, found=words or excerpt(_shown(found))))


def _shown(value: object) -> str:
    if isinstance(value, int) and abs(value) > 10**40:
        return "a very large number"
    return repr(value)
