"""Project files: a safetensors container that other tools can read.

Tensors ``0.weights``, ``0.bias``, ``1.weights`` … from the input to the output, and one JSON document
under the metadata key ``densegui``: format version, seed, dtype, input size, layers, data source.
"""

from __future__ import annotations

import contextlib
import json
import os
import stat
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from densegui import data
from densegui.data.errors import DataError
from densegui.document import layer_json
from densegui.engine import Model, Parameters

if TYPE_CHECKING:
    from densegui.data import Source

FORMAT: Final = 2  # 1 knew turning and a choice of columns, but no steps of preparation
KEY: Final = "densegui"
SUFFIX: Final = ".densegui"
_MAX_LAYERS: Final = 1_000
_DTYPES: Final = {"F32": "float32", "F64": "float64"}


class DocumentError(Exception):
    """A file that cannot be opened or written; the message is one sentence for the user."""


@dataclass(frozen=True, slots=True)
class Project:
    """What a project file holds."""

    model: Model
    source: Source | None


def save(path: Path, project: Project) -> None:
    """Writes a project file atomically: the old file stays whole until the new one is.

    Raises:
        DocumentError: the folder or the file cannot be written.
    """
    from safetensors.numpy import save_file  # noqa: PLC0415 - only needed when saving

    model = project.model
    tensors = {}
    for index, parameters in enumerate(model.parameters):
        tensors[f"{index}.weights"] = parameters.weights
        tensors[f"{index}.bias"] = parameters.bias
    target = path.resolve()
    metadata = {KEY: json.dumps(_document(project, target.parent), ensure_ascii=False)}
    temporary = None
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
        os.close(handle)
        save_file(tensors, temporary, metadata)
        _keep_mode(target, temporary)
        _flush(temporary)
        Path(temporary).replace(target)
        temporary = None
    except OSError as error:
        reason = error.strerror or str(error)
        raise DocumentError(f"{path.name} could not be saved in {target.parent}: {reason}.") from error
    except Exception as error:  # safetensors reports a full disk with its own error
        raise DocumentError(f"{path.name} could not be saved in {target.parent}: {error}.") from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()


def load(path: Path) -> Project:
    """Reads a project file.

    Raises:
        DocumentError: no such file, a foreign or damaged one, or one of a newer version.
    """
    from safetensors import SafetensorError, safe_open  # noqa: PLC0415 - only needed when opening

    try:
        with path.open("rb"):
            pass
        with safe_open(path, framework="numpy") as file:  # its methods carry no types
            return _read(path, file)
    except OSError as error:
        raise DocumentError(f"{path.name} could not be opened: {error.strerror or error}.") from error
    except SafetensorError as error:
        raise DocumentError(
            f"{path.name} is not a densegui project, or it is damaged: expected a safetensors container "
            f"({error})."
        ) from error


def _document(project: Project, folder: Path) -> dict[str, Any]:
    model = project.model
    return {
        "format": FORMAT,
        "input_dim": model.input_dim,
        "seed": model.seed,
        "dtype": model.dtype,
        "layers": [
            layer_json.to_json(layer) | {"given": model.is_given(index)}
            for index, layer in enumerate(model.layers)
        ],
        "data": None if project.source is None else data.to_json(project.source, folder),
    }


def _read(path: Path, file: Any) -> Project:
    text = (file.metadata() or {}).get(KEY)
    if text is None:
        raise DocumentError(
            f"{path.name} is a safetensors file of another program: it has tensors, but no densegui stack."
        )
    try:
        document = json.loads(text)
        version = document["format"]
        if not isinstance(version, int) or version > FORMAT:
            raise DocumentError(
                f"{path.name} was saved by a newer densegui (format {version}; this one reads up to "
                f"{FORMAT}): update densegui to open it."
            )
        model = _model(document)
        source = None if document["data"] is None else data.from_json(document["data"])
        return Project(_with_tensors(path, file, model, document), source)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError, DataError) as error:
        raise DocumentError(
            f"{path.name} is damaged: its description of the stack does not fit ({error})."
        ) from error


def _model(document: Mapping[str, Any]) -> Model:
    layers = document["layers"]
    if not isinstance(layers, list) or len(layers) > _MAX_LAYERS:
        raise ValueError(f"layers must be a list of at most {_MAX_LAYERS:,}")
    return Model(
        [layer_json.from_json(entry) for entry in layers],
        input_dim=document["input_dim"],
        seed=document["seed"],
        dtype=document["dtype"],
    )


def _with_tensors(path: Path, file: Any, model: Model, document: Mapping[str, Any]) -> Model:
    names = set(file.keys())
    for index, (n_in, layer) in enumerate(zip(model.dims, model.layers, strict=False)):
        shapes = {f"{index}.weights": [n_in, layer.units], f"{index}.bias": [layer.units]}
        for name, shape in shapes.items():
            if name not in names:
                raise DocumentError(f"{path.name} is damaged: the tensor {name} is missing.")
            tensor = file.get_slice(name)
            if tensor.get_shape() != shape or _DTYPES.get(tensor.get_dtype()) != model.dtype:
                raise DocumentError(
                    f"{path.name} is damaged: the tensor {name} should have shape {tuple(shape)} in "
                    f"{model.dtype}, but has {tuple(tensor.get_shape())} in {tensor.get_dtype()}."
                )
        weights, bias = (file.get_tensor(name) for name in shapes)
        if document["layers"][index]["given"]:
            model = model.with_parameters(index, weights=weights, bias=bias if layer.use_bias else None)
        else:
            model = model.with_drawn(index, Parameters(weights, bias))
    return model


def _keep_mode(target: Path, temporary: str) -> None:
    """Gives the new file the rights of the old one, or those of any new file."""
    try:
        mode = stat.S_IMODE(target.stat().st_mode)
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    Path(temporary).chmod(mode)


def _flush(path: str) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
