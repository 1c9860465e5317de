"""Where x comes from: files, random draws, built-in sets.

``load("iris.csv")`` gives a ``Dataset`` with ``.x``, ``.labels`` and ``.feature_names``. What takes long is
a generator as well (``reading``, ``draw``, ``restoring``), whose every ``yield`` is a point of progress and
cancel; ``finish`` drives one to its end.
"""

from typing import TYPE_CHECKING

from densegui.exports import exports

if TYPE_CHECKING:
    from densegui.data.dataset import DataError, Dataset, Source, frozen_source
    from densegui.data.files import ENDINGS, load, reading
    from densegui.data.loading import Loading, finish
    from densegui.data.preparation import preparing
    from densegui.data.random import draw, normal_source, random_normal, random_uniform, uniform_source
    from densegui.data.restore import from_json, restoring, to_json
    from densegui.data.shipped import BUILTINS, builtin
    from densegui.data.steps import (
        ChooseLabel,
        Divide,
        FillMissing,
        FlattenOrder,
        OneHot,
        PickColumns,
        Scale,
        Standardise,
        Step,
        Transpose,
    )
    from densegui.data.toy import TOYS, draw_toy, toy_dataset, toy_source
    from densegui.data.typed import typed_dataset, typed_source

__all__ = [
    "BUILTINS",
    "ENDINGS",
    "TOYS",
    "ChooseLabel",
    "DataError",
    "Dataset",
    "Divide",
    "FillMissing",
    "FlattenOrder",
    "Loading",
    "OneHot",
    "PickColumns",
    "Scale",
    "Source",
    "Standardise",
    "Step",
    "Transpose",
    "builtin",
    "draw",
    "draw_toy",
    "finish",
    "from_json",
    "frozen_source",
    "load",
    "normal_source",
    "preparing",
    "random_normal",
    "random_uniform",
    "reading",
    "restoring",
    "to_json",
    "toy_dataset",
    "toy_source",
    "typed_dataset",
    "typed_source",
    "uniform_source",
]

if not TYPE_CHECKING:
    __dir__ = __all__.copy
    __getattr__ = exports(
        __name__,
        {
            "BUILTINS": "shipped",
            "ENDINGS": "files",
            "TOYS": "toy",
            "ChooseLabel": "steps",
            "DataError": "dataset",
            "Dataset": "dataset",
            "Divide": "steps",
            "FillMissing": "steps",
            "FlattenOrder": "steps",
            "Loading": "loading",
            "OneHot": "steps",
            "PickColumns": "steps",
            "Scale": "steps",
            "Source": "dataset",
            "Standardise": "steps",
            "Step": "steps",
            "Transpose": "steps",
            "builtin": "shipped",
            "draw": "random",
            "draw_toy": "toy",
            "finish": "loading",
            "from_json": "restore",
            "frozen_source": "dataset",
            "load": "files",
            "normal_source": "random",
            "preparing": "preparation",
            "random_normal": "random",
            "random_uniform": "random",
            "reading": "files",
            "restoring": "restore",
            "to_json": "restore",
            "toy_dataset": "toy",
            "toy_source": "toy",
            "typed_dataset": "typed",
            "typed_source": "typed",
            "uniform_source": "random",
        },
    )
