"""``python -m benchmarks.scale``; processes load this module anew, so it is light."""

import sys

if __name__ == "__main__":
    from benchmarks.scale.command import main

    sys.exit(main())
