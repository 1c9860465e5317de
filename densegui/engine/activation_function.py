"""What a row of the table of activations says."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.floating[Any]]
    Step = Callable[[], object]
    Take = Callable[[], Floats]
    Kernel = Callable[..., tuple[Step, ...]]

_NONE: Final = (-math.inf, math.inf)


@dataclass(frozen=True, slots=True)
class ActivationFunction:
    """One row of the table.

    Attributes:
        name: Keras' name.
        formula: the definition, as a person writes it.
        family: activations of one family share a colour.
        curve: the same formula for one Python float, ``curve(x, **parameters)``. For softmax,
            which has no curve of one variable, e^x: the weight of a score before normalisation.
        kernel: ``kernel(z, out, take, **parameters)`` gives the calls that write g(z) to ``out``, which
            may be ``z``; each ``take()`` is one more scratch array of z's shape. The calls stay bound to
            these arrays, so a caller keeps them and repeats them on new values.
        parameters: parameter names and their default values.
        lower: infimum of the range for the default parameters.
        upper: supremum of the range for the default parameters.
        rowwise: whether every output depends on all values of its row (softmax).
        use: where it is used, in one sentence.
        flat: z at or below the first or at or above the second is saturated: there the slope of g is at
            most 1 % of its steepest (for the default parameters).
        keeps: which values of z stand unchanged in a, the others being 0; "" where it is none of the kind.
    """

    name: str
    formula: str
    family: str
    curve: Callable[..., float]
    kernel: Kernel
    parameters: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    lower: float = -math.inf
    upper: float = math.inf
    rowwise: bool = False
    use: str = ""
    flat: tuple[float, float] = _NONE
    keeps: Literal["", "all", "positive"] = ""
