"""Peak memory of a run over a mapped file of 2,000,000 × 64 float32 through 64→256→128→10.

Measured on Linux as the high-water mark of the resident set, in a process of its own, above what it was with
NumPy, the engine and the model loaded; beside it the engine's own formula, ``peak_bytes``.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

_ROWS = (20_000, 200_000, 2_000_000)
_RUN = """
import sys
from pathlib import Path
import numpy as np
from densegui.engine import Dense, Model
from densegui.engine import threads
from densegui.engine.streaming import peak_bytes

def resident(key):
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(key)) / 1024

x = np.load(sys.argv[1], mmap_mode="r")[: int(sys.argv[2])]
model = Model([Dense(256, activation="relu"), Dense(128, activation="relu"), Dense(10, activation="softmax")],
              input_dim=64)
count = threads.available()
model.run(np.zeros((5000, 64), np.float32))
idle = resident("VmRSS")
Path("/proc/self/clear_refs").write_text("5")
result = model.run(x, outputs_path=sys.argv[3])
print(f"{len(x):>10,} rows, {count} threads: {resident('VmHWM') - idle:6.1f} MiB above {idle:.0f} MiB, "
      f"formula {peak_bytes(model, len(x), count) / 2**20:.1f} MiB, {result.seconds:.1f} s")
"""


def main() -> None:
    """Measures a growing number of rows."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.npy"
        x = np.lib.format.open_memmap(path, "w+", np.float32, (_ROWS[-1], 64))
        rng = np.random.default_rng(0)
        for start in range(0, len(x), 100_000):
            x[start : start + 100_000] = rng.standard_normal((100_000, 64), dtype=np.float32)
        del x
        for rows in _ROWS:
            arguments = [sys.executable, "-c", _RUN, str(path), str(rows), str(Path(folder) / "y.npy")]
            subprocess.run(arguments, check=True)


if __name__ == "__main__":
    main()
