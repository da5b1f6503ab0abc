"""The command line: the same engine as the window, without Qt."""

from studio.cli.main import main

__all__ = ["main"]
