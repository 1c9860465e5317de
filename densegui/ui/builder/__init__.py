"""The builder: palette and stack of bricks."""
