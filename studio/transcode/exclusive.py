"""Renaming a file only when the new name is free, in one step of the system."""

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

_AT_FDCWD = -100
_RENAME_NOREPLACE = 1
_RENAME_EXCL = 4
_CANNOT = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP})

Rename = Callable[[bytes, bytes], int]


def rename_exclusively(part: Path, path: Path) -> bool:
    """Rename unless the new name is taken; for file systems without hard links (FAT).

    Returns:
        False when this system or file system cannot do it; nothing was done then.

    Raises:
        FileExistsError: the name is taken.
        OSError: it failed otherwise.
    """
    if sys.platform == "win32":
        part.rename(path)  # refuses a name that is taken
        return True
    if _rename is None:
        return False
    if _rename(os.fsencode(part), os.fsencode(path)) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), os.fspath(part), None, os.fspath(path))


def _find_rename() -> Rename | None:
    """Return the system's own call, None where it has none."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            renamex_np = library.renamex_np
            renamex_np.argtypes = (ctypes.c_char_p, ctypes.c_char_p, ctypes.c_uint)
            return lambda old, new: int(renamex_np(old, new, _RENAME_EXCL))
        renameat2 = library.renameat2
    except (OSError, AttributeError, TypeError):
        return None
    renameat2.argtypes = (
        ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint,
    )  # fmt: skip
    return lambda old, new: int(renameat2(_AT_FDCWD, old, _AT_FDCWD, new, _RENAME_NOREPLACE))


_rename = _find_rename()
