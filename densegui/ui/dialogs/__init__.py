"""Modal dialogs. The window reaches them through ``Questions`` alone, so that tests can answer instead."""

from densegui.ui.dialogs.questions import Questions

__all__ = ["Questions"]
