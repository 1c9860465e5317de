"""What the neuron graph knows: model, data, run, rows and focus of now, and what follows from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from densegui.ui.focus import MEAN_OF_SAMPLES, Focus, Minibatch
from densegui.ui.panels.graph_fading import Fading, fading_of
from densegui.ui.panels.graph_picture import Numbers, Picture, values_of
from densegui.ui.panels.graph_texts import what_text

if TYPE_CHECKING:
    from densegui.data.dataset import Dataset
    from densegui.engine import Model, RunResult


class Shown:
    """Holds what the panel was shown.

    Attributes:
        model: the network, or None before there is one.
        dataset: its data, or None.
        result: the last run, or None.
        is_current: whether that was of this model and these data.
        minibatch: every number of a few rows, perhaps of an earlier model; or None.
        focus: what is looked at.
    """

    def __init__(self) -> None:
        self.model: Model | None = None
        self.dataset: Dataset | None = None
        self.result: RunResult | None = None
        self.is_current = True
        self.minibatch: Minibatch | None = None
        self.focus = Focus()

    @property
    def current_result(self) -> RunResult | None:
        """The last run, unless it is out of date."""
        return self.result if self.is_current else None

    @property
    def samples(self) -> int:
        """How many samples there are to choose from."""
        model, dataset = self.model, self.dataset
        fits = model is not None and dataset is not None and dataset.features == model.input_dim
        return dataset.rows if fits and dataset is not None else 0

    @property
    def rows(self) -> Minibatch | None:
        """The minibatch, if it is of the model that is shown.

        Its mean stands in for that of a run only before the first: it would look like an old one brought up
        to date.
        """
        if self.focus.sample == MEAN_OF_SAMPLES and self.result is not None:
            return None
        return self.minibatch if self.minibatch and self.minibatch.model is self.model else None

    def numbers(self, model: Model) -> list[Numbers | None]:
        """The numbers of each column of the model, of the sample or means, as far as there are any."""
        return values_of(model, self.current_result, self.rows, self.focus.sample)

    def what(self) -> str:
        """Of which samples the numbers are."""
        return what_text(self.focus.sample, self.current_result, self.rows)

    def fading(self) -> Fading | None:
        """Why all outputs of the run are alike, if they are."""
        return None if self.model is None else fading_of(self.model, self.current_result)

    def is_out_of_date(self, picture: Picture | None) -> bool:
        """Whether there are numbers, but not of the model and the data of now, so that a picture has none."""
        if picture is not None and picture.has_values:
            return False
        return self.result is not None and not self.is_current
