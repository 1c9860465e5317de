"""The builder paints its first frame without NumPy and pyqtgraph."""

import subprocess
import sys

_PROGRAM = """
import sys
from types import ModuleType


class Deferred(ModuleType):
    def __getattr__(self, name):
        # Qt asks every module that is imported whether it wraps another.
        kind = AttributeError if name.startswith("__") else AssertionError
        raise kind(f"numpy.{name} was asked for")


sys.modules["numpy"] = Deferred("numpy")

from PySide6.QtWidgets import QApplication
from densegui.engine import Dense, Model
from densegui.ui.builder.palette import Palette
from densegui.ui.builder.stack import Stack

app = QApplication([])
palette, stack = Palette(), Stack()
stack.show_model(Model([Dense(8, input_dim=4, activation="relu"), Dense(1, activation="sigmoid")]))
stack.select(2)
for widget in (palette, stack):
    widget.show()
    assert not widget.grab().isNull()
stack.choose_init()
app.processEvents()
assert "pyqtgraph" not in sys.modules
print("painted")
"""


def test_no_numpy_and_no_pyqtgraph_before_the_first_frame():
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout == "painted\n", done.stderr
