"""densegui: build dense neural networks from bricks and look into their forward pass."""

__version__ = "0.1.0"
