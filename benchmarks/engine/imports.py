"""What importing the engine costs beside NumPy: medians of processes started in turn.

All find their bytecode compiled, as an installed package has it.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time

_ROUNDS = 15
_CODE = {
    "Python": "pass",
    "numpy": "import numpy",
    "the engine": "import numpy; from densegui.engine import Activation, Dense, Model, run",
}


def main() -> None:
    """Measures and prints."""
    times: dict[str, list[float]] = {name: [] for name in _CODE}
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}
        for _ in range(_ROUNDS):
            for name, code in (*_CODE.items(), *reversed(_CODE.items())):
                started = time.perf_counter()
                subprocess.run([sys.executable, "-c", code], check=True, env=environment)
                times[name].append(time.perf_counter() - started)
    medians = {name: statistics.median(values) for name, values in times.items()}
    for name, seconds in medians.items():
        print(f"{name:12} {seconds * 1e3:6.1f} ms")
    bare = medians["Python"]
    print(f"the engine ÷ numpy: {medians['the engine'] / medians['numpy']:.2f} as processes, ", end="")
    print(f"{(medians['the engine'] - bare) / (medians['numpy'] - bare):.2f} without Python's own start")


if __name__ == "__main__":
    main()
