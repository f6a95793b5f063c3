"""`python -m kehoach_desktop` is the command `kehoach`."""

import sys

from kehoach_desktop.app import main

if __name__ == "__main__":
    sys.exit(main())
