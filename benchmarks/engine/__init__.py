"""What the engine's claims of speed and memory are measured with.

- ``python -m benchmarks.engine``: the forward pass against PyTorch, onnxruntime and bare products.
- ``python -m benchmarks.engine.memory``: peak memory of a run over a mapped file.
- ``python -m benchmarks.engine.imports``: what importing the engine costs beside NumPy.
- ``python -m benchmarks.engine.profile``: where the time of W1 with one row and of W5 goes.
"""
