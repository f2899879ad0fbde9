"""``python -m benchmarks``; what it starts in processes loads this module anew, so it is light."""

import sys

if __name__ == "__main__":
    from benchmarks.command import main

    sys.exit(main())
