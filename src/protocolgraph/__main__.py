"""`python -m protocolgraph` is the program `protocolgraph`."""

from __future__ import annotations

from protocolgraph.cli.app import main

if __name__ == "__main__":
    main()
