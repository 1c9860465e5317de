"""``python app.py [FILE]``: starts densegui."""

import sys

from densegui.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
