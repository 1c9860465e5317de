"""What claims of speed and memory about data are measured with; run ``python -m benchmarks.data.tables``."""
