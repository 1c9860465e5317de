"""Wiring: who hears whom between session, stack, panels, notice bar, status line and actions."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject

from densegui.ui.focus import INPUT

if TYPE_CHECKING:
    from densegui.engine import Dense
    from densegui.ui.actions import Actions
    from densegui.ui.builder.palette import Palette
    from densegui.ui.builder.stack import Stack
    from densegui.ui.commands import Commands
    from densegui.ui.notice_bar import NoticeBar
    from densegui.ui.session import Session
    from densegui.ui.window_status import StatusLine


class Wiring(QObject):
    """Carries wishes up to the session, and what is true down to the widgets.

    Args:
        session: what the window works on; it owns the wiring.
        commands: what the actions do.
        stack: the bricks.
        notice: the bar above them.
        status: the line below them.
        actions: what is enabled and named by what is true.
    """

    def __init__(
        self,
        session: Session,
        commands: Commands,
        stack: Stack,
        notice: NoticeBar,
        status: StatusLine,
        actions: Actions,
    ) -> None:
        super().__init__(session)
        self._session = session
        self._commands = commands
        self._stack = stack
        self._notice = notice
        self._status = status
        self._actions = actions
        self._panels: dict[str, Any] = {}
        self._palette: Palette | None = None
        self._says_mismatch = False
        self._changes = 0
        self._connect()

    def add_palette(self, palette: Palette) -> None:
        """Hears what a person wants from the palette."""
        self._palette = palette
        palette.add_requested.connect(self._commands.add_on_top)
        palette.remove_requested.connect(self._session.remove_blocks)
        palette.show_dataset(self._session.dataset)
        self._stack.dragging_changed.connect(palette.show_bin)

    def add_panel(self, name: str, panel: Any) -> None:
        """Shows a panel what there is, and all that comes."""
        self._panels[name] = panel
        self._hear(name, panel)
        session = self._session
        if hasattr(panel, "show_dataset"):
            panel.show_dataset(session.dataset)
        if hasattr(panel, "show_result"):
            panel.show_result(session.last_result, session.result is not None)
        if hasattr(panel, "show_focus"):
            panel.show_focus(session.inspection.focus)
        if hasattr(panel, "show_minibatch"):
            panel.show_minibatch(session.inspection.minibatch)
        panel.show_model(session.model)  # last: without a model there is nothing to draw

    def refresh(self) -> None:
        """Brings actions, status and data-and-stack mismatch up to date."""
        session = self._session
        size = session.dataset.features if session.dataset is not None else 0
        self._status.show_facts(session.model, session.dataset)
        self._status.show_mismatch(session.mismatch, size)
        self._status.show_run(session.last_result, session.result is not None, session.batch_size)
        self._status.show_live(session.live_waits)
        self._actions.enable(self._facts())
        turned = session.dataset is not None and session.dataset.samples_in_columns
        self._actions["transposeData"].setChecked(turned)

    def name_steps(self) -> None:
        """Says in the actions what undo takes back and redo brings back."""
        translate = QCoreApplication.translate
        undo, redo = self._session.undo_label, self._session.redo_label
        self._actions["undo"].setText(
            translate("MainWindow", "Undo {what}").format(what=undo)
            if undo
            else translate("MainWindow", "Undo")
        )
        self._actions["redo"].setText(
            translate("MainWindow", "Redo {what}").format(what=redo)
            if redo
            else translate("MainWindow", "Redo")
        )

    def _connect(self) -> None:
        session, stack, commands = self._session, self._stack, self._commands
        stack.insert_requested.connect(self._on_insert_requested)
        stack.move_requested.connect(self._on_move_requested)
        stack.copy_requested.connect(self._on_copy_requested)
        stack.blocks_move_requested.connect(self._on_blocks_move_requested)
        stack.blocks_copy_requested.connect(self._on_blocks_copy_requested)
        stack.change_requested.connect(session.change_block)
        stack.remove_requested.connect(session.remove_blocks)
        stack.input_dim_requested.connect(session.set_input_dim)
        stack.columns_requested.connect(commands.choose_columns)
        stack.transpose_requested.connect(commands.transpose_data)
        stack.selection_changed.connect(self._on_selection_changed)
        session.changing.connect(self._on_changing)
        session.model_changed.connect(self._on_model_changed)
        session.dataset_changed.connect(self._on_dataset_changed)
        session.steps_refused.connect(self._on_steps_refused)
        session.result_changed.connect(self._on_result_changed)
        session.live_changed.connect(self._on_live_changed)
        session.inspection.focus_changed.connect(self._on_focus_changed)
        session.inspection.minibatch_changed.connect(self._on_minibatch_changed)
        session.counting.changed.connect(self._on_neuron_values_changed)
        session.running_changed.connect(self._on_running_changed)
        session.run_progressed.connect(self._on_run_progressed)
        session.loading_changed.connect(self._on_loading_changed)
        session.document_changed.connect(self._on_document_changed)
        session.run_failed.connect(self._on_run_failed)
        session.failed.connect(self._notice.warn)
        session.noted.connect(self._notice.note)
        self._status.repair_requested.connect(commands.set_input_size)

    def _hear(self, name: str, panel: Any) -> None:
        """Connects what a panel asks for, and gives it what it works with."""
        session = self._session
        panel.focus_requested.connect(session.inspection.look_at)
        if name == "plane":
            panel.pictures_changed.connect(self._panels["graph"].show_neuron_pictures)
        elif name == "play":
            panel.highlighted.connect(self._on_highlighted)
        elif name == "data":
            panel.work_in(session.background)
            panel.offer([self._actions[action] for action in ("loadData", "builtinData", "randomData")])
            panel.offer_reading(self._actions["readDifferently"])
        wishes: dict[str, Callable[..., object]] = {
            "parameters_requested": session.drag_parameters,
            "change_requested": session.change_block,
            "batch_size_requested": session.set_batch_size,
            "columns_requested": self._commands.choose_columns,
            "steps_requested": session.set_steps,
            "init_requested": self._commands.try_init,
            "drawn": self._commands.look_at_drawn,
        }
        for wish, fulfil in wishes.items():
            if hasattr(panel, wish):
                getattr(panel, wish).connect(fulfil)
        if hasattr(panel, "show_batch_size"):
            panel.show_batch_size(session.batch_size)
        if hasattr(panel, "values_wanted"):
            panel.values_wanted.connect(session.counting.want)
            panel.show_neuron_values(session.counting.values, session.counting.is_under_way)
            session.counting.want(panel.isVisible())

    def _facts(self) -> set[str]:
        """What holds now, of all that an action may need."""
        session, commands = self._session, self._commands
        selected = set(self._stack.selected_ids())
        held = {
            "selection": bool(selected),
            "given": bool(session.model.given.keys() & selected),
            "drawn": bool(selected - session.model.given.keys()),
            "can_move_up": commands.can_shift(1),
            "can_move_down": commands.can_shift(-1),
            "undo": session.undo_label is not None,
            "redo": session.redo_label is not None,
            "dataset": session.dataset is not None,
            "choices": session.dataset is not None and bool(session.dataset.raw.choices),
            "samples": session.dataset is not None and session.dataset.rows > 0 and not session.mismatch,
            "judged": commands.can_judge,
            "pictures": commands.can_draw,
            "mismatch": bool(session.mismatch),
            "busy": session.is_running or session.is_loading,
        }
        return {fact for fact, holds in held.items() if holds}

    def _tell(self, what: str, *values: object) -> None:
        """Shows every panel something, if it has a use for it."""
        for panel in self._panels.values():
            if hasattr(panel, what):
                getattr(panel, what)(*values)

    # What comes down

    def _on_changing(self, begins: bool) -> None:
        """Lets panels draw once for all that one change brings."""
        self._changes += 1 if begins else -1
        if self._changes == int(begins):
            self._tell("hold", begins)

    def _on_model_changed(self) -> None:
        self._stack.show_model(self._session.model)
        self._tell("show_model", self._session.model)
        self._forget_mismatch()
        self.refresh()

    def _on_dataset_changed(self) -> None:
        self._stack.show_dataset(self._session.dataset)
        if self._palette is not None:
            self._palette.show_dataset(self._session.dataset)
        self._tell("show_dataset", self._session.dataset)
        self._notice.clear()
        dataset = self._session.dataset
        if dataset is not None and dataset.notes:
            more = self._actions["readDifferently"] if dataset.raw.choices else None
            self._notice.note(" ".join(dataset.notes), more)
        self.refresh()

    def _on_steps_refused(self) -> None:
        if "data" in self._panels:
            self._panels["data"].show_dataset(self._session.dataset)

    def _on_result_changed(self) -> None:
        current = self._session.result is not None
        self._tell("show_result", self._session.last_result, current)
        if current:
            self._notice.clear()
        self.refresh()

    def _on_focus_changed(self) -> None:
        focus = self._session.inspection.focus
        self._tell("show_focus", focus)
        selected = self._stack.selected_ids()
        if focus.layer_id not in (None, INPUT) and selected[:1] != (focus.layer_id,):
            self._stack.select(focus.layer_id)
        elif focus.layer_id is None and selected:
            self._stack.select(None)

    def _on_highlighted(self, neurons: Collection[Any], edges: Collection[Any]) -> None:
        self._panels["graph"].highlight(neurons if neurons or edges else None, edges)

    def _on_minibatch_changed(self) -> None:
        self._tell("show_minibatch", self._session.inspection.minibatch)

    def _on_neuron_values_changed(self) -> None:
        counting = self._session.counting
        self._tell("show_neuron_values", counting.values, counting.is_under_way)

    def _on_live_changed(self) -> None:
        self._actions["live"].setChecked(self._session.is_live)
        self._status.show_live(self._session.live_waits)

    def _on_selection_changed(self, ids: tuple[int, ...]) -> None:
        inspection = self._session.inspection
        layer_id = ids[0] if ids else None
        if inspection.focus.layer_id != layer_id:
            inspection.look_at(replace(inspection.focus, layer_id=layer_id, unit=None, source=None))
        self.refresh()

    def _on_document_changed(self) -> None:
        self.refresh()
        self.name_steps()

    def _on_run_failed(self, sentence: str) -> None:
        self._says_mismatch = bool(self._session.mismatch)
        self._notice.warn(sentence, self._actions["setInputSize"] if self._says_mismatch else None)

    def _forget_mismatch(self) -> None:
        """Takes the reason why a run could not start away once it holds no more."""
        if self._says_mismatch and not self._session.mismatch:
            self._says_mismatch = False
            self._notice.clear()

    def _on_running_changed(self, running: bool) -> None:
        text = QCoreApplication.translate("MainWindow", "Running")
        self._status.show_progress(text if running else "", 0.0)
        self.refresh()

    def _on_run_progressed(self, done: int, total: int) -> None:
        text = QCoreApplication.translate("MainWindow", "Running")
        size = self._session.batch_size
        if size:
            text = QCoreApplication.translate("MainWindow", "Minibatch {done} of {total}").format(
                done=f"{-(-done // size):,}", total=f"{-(-total // size):,}"
            )
        self._status.show_progress(text, done / total if total else 1.0)

    def _on_loading_changed(self, what: str, share: float) -> None:
        self._status.show_progress(what, share)
        self.refresh()

    # What goes up

    def _on_insert_requested(self, index: int, block: Dense) -> None:
        self._stack.select(self._session.insert_block(index, block))

    def _on_move_requested(self, layer_id: int, index: int) -> None:
        self._session.move_block(layer_id, index)
        self._stack.select(layer_id)

    def _on_blocks_move_requested(self, layer_ids: tuple[int, ...], index: int) -> None:
        self._session.move_blocks(layer_ids, index)
        self._stack.select_blocks(layer_ids)

    def _on_blocks_copy_requested(self, layer_ids: tuple[int, ...], index: int) -> None:
        self._stack.select_blocks(self._session.duplicate_blocks(layer_ids, index))

    def _on_copy_requested(self, layer_id: int, index: int) -> None:
        self._stack.select(self._session.duplicate_block(layer_id, index))
