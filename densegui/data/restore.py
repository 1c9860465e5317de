"""Getting the rows of a Source again, and a Source as JSON for project files."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any, Final

from densegui.data import pasted, steps_json
from densegui.data.broken import broken, mapping
from densegui.data.dataset import Dataset, Source, frozen_source
from densegui.data.errors import DataError
from densegui.data.files import reading
from densegui.data.loading import Loading
from densegui.data.options import OPTIONS, checked
from densegui.data.preparation import preparing
from densegui.data.random import draw, normal_source, uniform_source
from densegui.data.shipped import BUILTINS, loading
from densegui.data.steps import with_guess
from densegui.data.toy import TOYS, draw_toy, toy_source
from densegui.data.typed import typed_dataset, typed_source

_FIELDS: Final = frozenset({"kind", "parameters", "steps"})
_FIRST_FIELDS: Final = frozenset({"kind", "parameters", "columns", "samples_in_columns"})


def restoring(source: Source, base: Path | None = None) -> Generator[Loading, None, Dataset]:
    """Gets the rows of a source again: reads or draws, then prepares.

    What the reader guesses to be the label counts unless the steps say themselves what it is.

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
    elif source.kind == "pasted":
        dataset = yield from pasted.reading(source.parameters["text"])
    elif source.kind == "toy":
        dataset = yield from draw_toy(_KINDS["toy"](dict(source.parameters)))
    else:
        dataset = yield from draw(_KINDS[source.kind](dict(source.parameters)))
    if not source.steps:
        return dataset
    return (yield from preparing(dataset.raw, with_guess(source.steps, dataset.source.steps)))


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
    return {"kind": source.kind, "parameters": parameters, "steps": steps_json.to_json(source.steps)}


def from_json(value: object) -> Source:
    """Returns the source that ``to_json`` wrote, now or in the first format, after checking all about it.

    Raises:
        DataError: what is there was not written by ``to_json``.
    """
    first = isinstance(value, dict) and "steps" not in value
    fields = mapping(value, "a description", _FIRST_FIELDS if first else _FIELDS)
    kind, parameters = fields["kind"], fields["parameters"]
    if not isinstance(kind, str) or kind not in _KINDS:
        raise broken(f"one of {', '.join(_KINDS)} as the kind of data", kind)
    source = _KINDS[kind](parameters)
    if first:
        steps = steps_json.from_first_format(fields["columns"], fields["samples_in_columns"])
    else:
        steps = steps_json.from_json(fields["steps"])
    return replace(source, steps=steps)


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
    given = mapping(parameters, "the path of a file", frozenset({"path"}), optional)
    paths = {name: given[name] for name in ("path", "relative") if name in given}
    for name, path in paths.items():
        if not isinstance(path, str) or not path or "\0" in path:
            raise broken(f"text for {name}", path)
    try:
        options = checked({name: value for name, value in given.items() if name not in paths})
    except ValueError as error:
        raise DataError(f"The description of the data in the project is damaged: {error}.") from None
    return frozen_source("file", **paths, **options)


def _builtin(parameters: object) -> Source:
    name = mapping(parameters, "the name of a built-in dataset", frozenset({"name"}))["name"]
    if not isinstance(name, str) or name not in BUILTINS:
        raise broken(f"one of {', '.join(BUILTINS)} as the name of a built-in dataset", name)
    return frozen_source("builtin", name=name)


def _typed(parameters: object) -> Source:
    given = mapping(parameters, "typed rows", frozenset({"name", "rows", "labels", "feature_names"}))
    try:
        return typed_source(**given)
    except (TypeError, ValueError) as error:
        raise DataError(f"The typed rows in the project are damaged: {error}.") from None


def _toy(parameters: object) -> Source:
    name = parameters.get("name") if isinstance(parameters, dict) else parameters
    if not isinstance(name, str) or name not in TOYS:
        raise broken(f"one of {', '.join(TOYS)} as the name of toy data", name)
    names = {parameter.name for parameter in TOYS[name].parameters}
    given = mapping(parameters, "the arguments of toy data", frozenset({"name", *names}))
    try:
        return toy_source(**given)
    except (TypeError, ValueError) as error:
        raise DataError(f"The toy data cannot be drawn: {error}.") from None


def _pasted(parameters: object) -> Source:
    given = mapping(parameters, "pasted cells", frozenset({"text"}))
    try:
        return pasted.pasted_source(given["text"])
    except (TypeError, ValueError) as error:
        raise DataError(f"The pasted cells in the project are damaged: {error}.") from None


def _drawn(make: Callable[..., Source], *names: str) -> Callable[[object], Source]:
    def source(parameters: object) -> Source:
        expected = frozenset({"rows", "features", "seed", *names})
        given = mapping(parameters, "the arguments of a random draw", expected)
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
        "pasted": _pasted,
        "toy": _toy,
        "normal": _drawn(normal_source, "mean", "stddev"),
        "uniform": _drawn(uniform_source, "low", "high"),
    }
)
