"""Filters of file dialogs: which files are offered, in groups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from densegui.data.files import ENDINGS
from densegui.data.kinds import PICTURES
from densegui.document.storage import SUFFIX

_ARRAYS: Final = (".npy", ".npz")
_PACKED: Final = (".gz", ".bin")
_TABLES: Final = tuple(ending for ending in ENDINGS if ending not in {*_ARRAYS, *PICTURES, *_PACKED})


def project() -> str:
    """Projects alone."""
    return _filter(QCoreApplication.translate("Questions", "densegui projects"), [SUFFIX])


def data() -> str:
    """All data files, then group by group, then whatever there is."""
    translate = QCoreApplication.translate
    groups = (
        _filter(translate("Questions", "Data"), ENDINGS),
        _filter(translate("Questions", "Tables"), _TABLES),
        _filter(translate("Questions", "Arrays"), _ARRAYS),
        _filter(translate("Questions", "Pictures"), PICTURES),
        _filter(translate("Questions", "MNIST and CIFAR"), _PACKED),
        translate("Questions", "All files") + " (*)",
    )
    return ";;".join(groups)


def everything() -> str:
    """Projects and data files, then as ``data``."""
    both = _filter(QCoreApplication.translate("Questions", "Projects and data"), (SUFFIX, *ENDINGS))
    return ";;".join((both, project(), data()))


def _filter(name: str, endings: Sequence[str]) -> str:
    return f"{name} ({' '.join(f'*{ending}' for ending in endings)})"
