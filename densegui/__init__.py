"""densegui: build dense neural networks from bricks and look into their forward pass."""
