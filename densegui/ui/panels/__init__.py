"""The panels: what a run did, to look at."""
