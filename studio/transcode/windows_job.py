"""On Windows an ffmpeg ends with this program: the system closes the job object it is in.

Source: Microsoft's documentation of job objects, JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE.
"""

import logging
import subprocess
import sys

log = logging.getLogger(__name__)

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _EXTENDED_LIMITS = 9
    _KILL_ON_CLOSE = 0x2000

    class _BasicLimits(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", wintypes.LARGE_INTEGER),
            ("PerJobUserTimeLimit", wintypes.LARGE_INTEGER),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _ExtendedLimits(ctypes.Structure):
        _fields_ = (
            ("BasicLimitInformation", _BasicLimits),
            ("IoInfo", ctypes.c_ulonglong * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    class _Job:
        """One job object for all children; its handle lives as long as this program."""

        def __init__(self) -> None:
            self._kernel = ctypes.WinDLL("kernel32", use_last_error=True)
            self._kernel.CreateJobObjectW.restype = wintypes.HANDLE
            self._handle = wintypes.HANDLE(self._kernel.CreateJobObjectW(None, None))
            limits = _ExtendedLimits()
            limits.BasicLimitInformation.LimitFlags = _KILL_ON_CLOSE
            size = ctypes.sizeof(limits)
            if not self._kernel.SetInformationJobObject(
                self._handle, _EXTENDED_LIMITS, ctypes.byref(limits), size
            ):
                log.info("no job object: error %d", ctypes.get_last_error())

        def take(self, handle: int) -> None:
            """Put a process into the job."""
            if not self._kernel.AssignProcessToJobObject(self._handle, wintypes.HANDLE(handle)):
                log.info("ffmpeg is in no job object: error %d", ctypes.get_last_error())

    _job = _Job()

    def tie_to_us(process: "subprocess.Popen[bytes]") -> None:
        """Let a child end when this program does, however that ends."""
        _job.take(int(getattr(process, "_handle")))  # noqa: B009  (not known to mypy)

else:

    def tie_to_us(process: "subprocess.Popen[bytes]") -> None:
        """Nothing to do: the child asked for its parent's death signal (Linux)."""
