"""Panels: what the window shows of a run. They need NumPy and pyqtgraph."""

from densegui.ui.pyqtgraph_import import import_pyqtgraph

import_pyqtgraph()
