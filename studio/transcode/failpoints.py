"""Named points at which the kill drill ends the program; inert without its variable."""

import os
import signal

VARIABLE = "MSE_FAILPOINT"

NAMES = (
    "after_part_row",
    "after_part_created",
    "after_spawn",
    "after_encode",
    "after_verify",
    "after_sync",
    "after_publishing_row",
    "after_publish_link",
    "after_publish",
    "during_recovery",
)
"""Every point, in the order a job comes to them."""


def reach(name: str) -> None:
    """End this program at once, as a crash would, when the variable names this point."""
    if os.environ.get(VARIABLE) == name:
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
