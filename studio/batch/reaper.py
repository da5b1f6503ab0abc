"""Ends an ffmpeg of ours that outlived the program, and nothing else."""

import logging
from pathlib import Path

import psutil

from studio.transcode.starting import TOKEN_VARIABLE

log = logging.getLogger(__name__)

TERMINATE_S = 3.0
_SAME_START_S = 1.0
"""Two readings of one process's start differ by less, in seconds (clock ticks, rounding)."""


def reap(pid: int, created_at: float, executable: Path, token: str) -> bool:
    """End a process if it is certainly the ffmpeg that was started for this token.

    Process numbers are used again: start time, program and the token in its environment must
    all be the recorded ones, else it is left alone.

    Args:
        pid: the recorded process number.
        created_at: when it was started, in Unix seconds.
        executable: the recorded program.
        token: the value of ``MSE_STUDIO_JOB`` in its environment.

    Returns:
        True when a process was ended.
    """
    try:
        process = psutil.Process(pid)
        is_ours = (
            abs(process.create_time() - created_at) < _SAME_START_S
            and Path(process.exe()).resolve() == executable.resolve()
            and process.environ().get(TOKEN_VARIABLE) == token
        )
        if not is_ours:
            return False
        process.resume()  # a paused process hears nothing
        process.terminate()
        try:
            process.wait(TERMINATE_S)
        except psutil.TimeoutExpired:
            process.kill()
            process.wait(TERMINATE_S)
    except (psutil.NoSuchProcess, psutil.ZombieProcess):
        return False
    except (psutil.AccessDenied, psutil.TimeoutExpired, OSError) as error:
        log.warning("process %d could not be looked at or ended: %s", pid, error)
        return False
    log.info("an orphaned ffmpeg (%d) was ended", pid)
    return True
