"""Where x comes from: files, random draws, built-in sets.

``load("iris.csv")`` gives a ``Dataset`` with ``.x``, ``.labels`` and ``.feature_names``. What takes long is
a generator as well (``reading``, ``draw``, ``restoring``), whose every ``yield`` is a point of progress and
cancel; ``finish`` drives one to its end.
"""

from densegui.data.builtin import BUILTINS, builtin
from densegui.data.dataset import DataError, Dataset, Source, frozen_source
from densegui.data.files import ENDINGS, load, reading
from densegui.data.loading import Loading, finish
from densegui.data.random import draw, normal_source, random_normal, random_uniform, uniform_source
from densegui.data.restore import from_json, restoring, to_json

__all__ = [
    "BUILTINS",
    "ENDINGS",
    "DataError",
    "Dataset",
    "Loading",
    "Source",
    "builtin",
    "draw",
    "finish",
    "from_json",
    "frozen_source",
    "load",
    "normal_source",
    "random_normal",
    "random_uniform",
    "reading",
    "restoring",
    "to_json",
    "uniform_source",
]
