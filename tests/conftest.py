"""Settings every test shares; they hold before Qt is imported."""

import os

# A developer's desktop may be looking: tests draw offscreen unless they ask for a real screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.pop("QT_SCALE_FACTOR", None)
