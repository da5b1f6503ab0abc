"""A file that another program is still writing: read as it grows, never touched, never held."""

import ctypes
import os
import sys
from pathlib import Path
from typing import BinaryIO


def open_shared(path: Path) -> BinaryIO:
    """Open a file for reading so that its writer may still rename and remove it.

    Elsewhere that is always so; Windows has to be asked for it, which Python's ``open`` does
    not do: the job that writes could then not give its result a name.

    Raises:
        OSError: it is not there, or may not be read.
    """
    if sys.platform == "win32":
        return _open_on_windows(path)
    return path.open("rb", buffering=0)


if sys.platform == "win32":
    import msvcrt

    _GENERIC_READ = 0x80000000
    _SHARE_ALL = 0x1 | 0x2 | 0x4  # read, write, delete
    _OPEN_EXISTING = 3
    _NORMAL = 0x80

    def _open_on_windows(path: Path) -> BinaryIO:
        """Source: CreateFileW, "File sharing" in Microsoft's documentation; not tested here."""
        create = ctypes.WinDLL("kernel32", use_last_error=True).CreateFileW
        number = ctypes.c_uint32
        create.argtypes = [
            *(ctypes.c_wchar_p, number, number),
            *(ctypes.c_void_p, number, number, ctypes.c_void_p),
        ]
        create.restype = ctypes.c_void_p
        handle = create(
            os.fspath(path), _GENERIC_READ, _SHARE_ALL, None, _OPEN_EXISTING, _NORMAL, None
        )
        if handle is None or handle == ctypes.c_void_p(-1).value:
            raise ctypes.WinError(ctypes.get_last_error())
        return os.fdopen(msvcrt.open_osfhandle(handle, os.O_RDONLY), "rb", buffering=0)


class GrowingFile:
    """What a file holds so far, front to back.

    Raises:
        OSError: it is not there, or may not be read.
    """

    def __init__(self, path: Path) -> None:
        self._file = open_shared(path)

    def read(self, count: int) -> bytes:
        """Return up to so many of the next bytes; none when there are no more yet.

        Raises:
            OSError: the disk failed.
        """
        return self._file.read(count) or b""

    def close(self) -> None:
        """Let go of it; may be called twice."""
        self._file.close()
